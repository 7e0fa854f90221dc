package dev.lockstep.testing.aws;

import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.aws.StoredSecret.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service's operations do. */
final class Operations {
  private static final int SHORTEST_WINDOW_DAYS = 7;
  private static final int LONGEST_WINDOW_DAYS = 30;
  private static final int LARGEST_BATCH = 20;
  private static final int LARGEST_PAGE = 100;

  private final Secrets secrets;
  private @Nullable List<StoredSecret> past;
  private Duration forcedDeletion = Duration.ZERO;

  Operations(Secrets secrets) {
    this.secrets = secrets;
  }

  void listPast() {
    List<StoredSecret> copies = new ArrayList<>();
    for (StoredSecret secret : secrets.all()) {
      copies.add(secret.copy());
    }
    past = copies;
  }

  void listPresent() {
    past = null;
  }

  void forcedDeletionTakes(Duration time) {
    forcedDeletion = time;
  }

  /**
   * Does what a request asks.
   *
   * @param unreadable the code with which values cannot be read at present, or null
   */
  Map<String, Object> call(String operation, JsonObject request, @Nullable String unreadable) {
    return switch (operation) {
      case "CreateSecret" -> create(request);
      case "GetSecretValue" -> get(request, unreadable);
      case "BatchGetSecretValue" -> getBatch(request, unreadable);
      case "PutSecretValue" -> put(request);
      case "UpdateSecretVersionStage" -> moveLabel(request);
      case "DescribeSecret" -> describe(request);
      case "ListSecrets" -> list(request);
      case "DeleteSecret" -> delete(request);
      case "RestoreSecret" -> restore(request);
      case "TagResource" -> tag(request);
      case "UntagResource" -> untag(request);
      default -> throw new ServiceError("UnknownOperationException", "");
    };
  }

  private Map<String, Object> create(JsonObject request) {
    String name = Rules.name(request.string("Name"));
    String token = Rules.token(request.stringOrNull("ClientRequestToken"));
    String text = request.stringOrNull("SecretString");
    String binary = request.stringOrNull("SecretBinary");
    Rules.value(text, binary);
    Map<String, String> tags = Rules.tags(request.objects("Tags"));
    Rules.tagCount(tags);
    StoredSecret existing = secrets.find(name);
    if (existing != null) {
      if (existing.deletion() != null) {
        throw new ServiceError(
            "InvalidRequestException",
            "You can't create this secret because a secret with this name is already scheduled for"
                + " deletion.");
      }
      Version same = existing.version(token);
      if (same == null || !same.holds(text, binary)) {
        throw new ServiceError(
            "ResourceExistsException",
            "The operation failed because the secret " + name + " already exists.");
      }
      return answer(existing, token);
    }
    StoredSecret secret = secrets.add(name);
    secret.tags().putAll(tags);
    if (text == null && binary == null) {
      return answer(secret, null);
    }
    secret.put(token, text, binary, List.of());
    return answer(secret, token);
  }

  private static Map<String, Object> answer(StoredSecret secret, @Nullable String version) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ARN", secret.arn());
    answer.put("Name", secret.name());
    if (version != null) {
      answer.put("VersionId", version);
    }
    return answer;
  }

  private StoredSecret secret(JsonObject request) {
    return secrets.of(Rules.id(request.string("SecretId")));
  }

  private Map<String, Object> get(JsonObject request, @Nullable String unreadable) {
    if (unreadable != null) {
      throw new ServiceError(unreadable, "It was told to fail.");
    }
    StoredSecret secret = secret(request);
    secret.refuseDeleted();
    String id = request.stringOrNull("VersionId");
    String label = request.stringOrNull("VersionStage");
    Version version =
        id == null
            ? secret.labelled(label == null ? StoredSecret.CURRENT : label)
            : secret.version(id);
    if (version == null || (id != null && label != null && !version.labels().contains(label))) {
      throw new ServiceError(
          "ResourceNotFoundException",
          "Secrets Manager can't find the specified secret value for staging label: "
              + (label == null ? StoredSecret.CURRENT : label));
    }
    return value(secret, version);
  }

  private static Map<String, Object> value(StoredSecret secret, Version version) {
    Map<String, Object> answer = answer(secret, version.id());
    if (version.text() != null) {
      answer.put("SecretString", version.text());
    }
    if (version.binary() != null) {
      answer.put("SecretBinary", version.binary());
    }
    answer.put("VersionStages", new ArrayList<>(version.labels()));
    answer.put("CreatedDate", seconds(version.created()));
    return answer;
  }

  private Map<String, Object> getBatch(JsonObject request, @Nullable String unreadable) {
    List<String> ids = request.strings("SecretIdList");
    if (!request.objects("Filters").isEmpty() || request.fields().get("MaxResults") != null) {
      throw ServiceError.parameter(
          "Either 'SecretIdList' or 'Filters' must be provided, but not both; this double takes"
              + " ids only.");
    }
    if (ids.isEmpty() || ids.size() > LARGEST_BATCH) {
      throw ServiceError.validation(
          "Value at 'secretIdList' failed to satisfy constraint: Member must have length less than"
              + " or equal to "
              + LARGEST_BATCH);
    }
    List<Map<String, Object>> values = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    for (String id : ids) {
      try {
        values.add(get(new JsonObject(Map.of("SecretId", id)), unreadable));
      } catch (ServiceError e) {
        errors.add(Map.of("SecretId", id, "ErrorCode", e.code(), "Message", e.text()));
      }
    }
    return Map.of("SecretValues", values, "Errors", errors);
  }

  private Map<String, Object> put(JsonObject request) {
    StoredSecret secret = secret(request);
    secret.refuseDeleted();
    String token = Rules.token(request.stringOrNull("ClientRequestToken"));
    String text = request.stringOrNull("SecretString");
    String binary = request.stringOrNull("SecretBinary");
    Rules.value(text, binary);
    if (text == null && binary == null) {
      throw ServiceError.parameter("You must provide either SecretString or SecretBinary.");
    }
    List<String> labels = Rules.labels(request.strings("VersionStages"));
    secret.put(token, text, binary, labels);
    Map<String, Object> answer = answer(secret, token);
    Version version = secret.version(token);
    answer.put("VersionStages", version == null ? List.of() : List.copyOf(version.labels()));
    return answer;
  }

  private Map<String, Object> moveLabel(JsonObject request) {
    StoredSecret secret = secret(request);
    secret.refuseDeleted();
    String label = Rules.labels(List.of(request.string("VersionStage"))).get(0);
    String to = request.stringOrNull("MoveToVersionId");
    String from = request.stringOrNull("RemoveFromVersionId");
    Version holder = secret.labelled(label);
    if (holder != null && !holder.id().equals(to) && !holder.id().equals(from)) {
      throw ServiceError.parameter(
          "The parameter RemoveFromVersionId can't be empty. Staging label "
              + label
              + " is currently attached to version "
              + holder.id()
              + ".");
    }
    if (to != null) {
      secret.move(label, to);
    } else if (holder != null) {
      holder.labels().remove(label);
    }
    return answer(secret, null);
  }

  private Map<String, Object> describe(JsonObject request) {
    StoredSecret secret = secret(request);
    Map<String, Object> answer = described(secret);
    answer.put("VersionIdsToStages", secret.labels());
    return answer;
  }

  private static Map<String, Object> described(StoredSecret secret) {
    Map<String, Object> answer = answer(secret, null);
    List<Map<String, String>> tags = new ArrayList<>();
    secret.tags().forEach((key, value) -> tags.add(Map.of("Key", key, "Value", value)));
    answer.put("Tags", tags);
    Instant deletion = secret.deletion();
    if (deletion != null) {
      answer.put("DeletedDate", seconds(deletion));
    }
    return answer;
  }

  private Map<String, Object> list(JsonObject request) {
    long size = request.number("MaxResults", LARGEST_PAGE);
    if (size < 1 || size > LARGEST_PAGE) {
      throw ServiceError.validation("Value at 'maxResults' is not from 1 to " + LARGEST_PAGE);
    }
    List<ListFilter> filters = ListFilter.all(request.objects("Filters"));
    boolean planned = request.flag("IncludePlannedDeletion", false);
    String start = request.string("NextToken", "");
    if (!start.isEmpty() && !start.startsWith(ListFilter.TOKEN)) {
      throw new ServiceError("InvalidNextTokenException", "The token is not one of a listing.");
    }
    List<StoredSecret> listed = past == null ? secrets.all() : past;
    List<Map<String, Object>> page = new ArrayList<>();
    String next = null;
    for (StoredSecret secret : listed) {
      if (!start.isEmpty() && (ListFilter.TOKEN + secret.name()).compareTo(start) < 0) {
        continue;
      }
      if ((secret.deletion() == null || planned) && ListFilter.matches(filters, secret)) {
        if (page.size() == size) {
          next = ListFilter.TOKEN + secret.name();
          break;
        }
        Map<String, Object> entry = described(secret);
        entry.put("SecretVersionsToStages", secret.labels());
        page.add(entry);
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("SecretList", page);
    if (next != null) {
      answer.put("NextToken", next);
    }
    return answer;
  }

  private Map<String, Object> delete(JsonObject request) {
    boolean force = request.flag("ForceDeleteWithoutRecovery", false);
    long days = request.number("RecoveryWindowInDays", -1);
    if (force && days >= 0) {
      throw ServiceError.parameter(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (days >= 0 && (days < SHORTEST_WINDOW_DAYS || days > LONGEST_WINDOW_DAYS)) {
      throw ServiceError.parameter(
          "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    String id = Rules.id(request.string("SecretId"));
    if (force && !id.startsWith("arn:") && secrets.find(id) == null) {
      // It succeeds for what is not there.
      return Map.of("Name", id, "DeletionDate", seconds(Instant.now()));
    }
    StoredSecret secret = secrets.of(id);
    if (!force) {
      secret.refuseDeleted();
    }
    Instant now = Instant.now();
    Instant date =
        force ? now : now.plus(Duration.ofDays(days < 0 ? LONGEST_WINDOW_DAYS : (int) days));
    secret.delete(date, force ? now.plus(forcedDeletion) : date);
    Map<String, Object> answer = answer(secret, null);
    answer.put("DeletionDate", seconds(date));
    return answer;
  }

  private Map<String, Object> restore(JsonObject request) {
    StoredSecret secret = secret(request);
    secret.restore();
    return answer(secret, null);
  }

  private Map<String, Object> tag(JsonObject request) {
    StoredSecret secret = secret(request);
    secret.refuseDeleted();
    Map<String, String> tags = new LinkedHashMap<>(secret.tags());
    tags.putAll(Rules.tags(request.objects("Tags")));
    Rules.tagCount(tags);
    secret.tags().putAll(tags);
    return Map.of();
  }

  private Map<String, Object> untag(JsonObject request) {
    StoredSecret secret = secret(request);
    secret.refuseDeleted();
    secret.tags().keySet().removeAll(request.strings("TagKeys"));
    return Map.of();
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}
