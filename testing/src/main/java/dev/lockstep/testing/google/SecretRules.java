package dev.lockstep.testing.google;

import dev.lockstep.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Secret Manager accepts, from the descriptions of the fields in its reference and from its <a
 * href="https://cloud.google.com/secret-manager/quotas">limits</a>.
 */
final class SecretRules {
  /** The largest payload of a version in bytes. */
  static final int LARGEST_PAYLOAD = 65_536;

  private static final int MOST_LABELS = 64;
  private static final int LARGEST_ANNOTATIONS = 16 * 1024;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern LABEL_KEY =
      Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{Ll}\\p{Lo}\\p{N}_-]{0,62}");
  private static final Pattern LABEL_VALUE = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]{0,63}");
  private static final Pattern ANNOTATION_KEY =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  private static final Pattern TTL = Pattern.compile("[0-9]+(\\.[0-9]{1,9})?s");

  private SecretRules() {}

  static String id(String id) throws Refusal {
    if (!ID.matcher(id).matches()) {
      throw invalid("Secret ID must be 1 to 255 letters, numerals, hyphens and underscores.");
    }
    return id;
  }

  static Map<String, String> labels(JsonObject secret) throws Refusal {
    Map<String, String> labels = texts(secret, "labels");
    if (labels.size() > MOST_LABELS) {
      throw invalid("No more than 64 labels can be assigned to a secret.");
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String key = label.getKey();
      String value = label.getValue();
      if (!LABEL_KEY.matcher(key).matches() || bytes(key) > 128) {
        throw invalid("Invalid label key.");
      }
      if (!LABEL_VALUE.matcher(value).matches() || bytes(value) > 128) {
        throw invalid("Invalid label value.");
      }
    }
    return labels;
  }

  static Map<String, String> annotations(JsonObject secret) throws Refusal {
    Map<String, String> annotations = texts(secret, "annotations");
    int size = 0;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      if (!ANNOTATION_KEY.matcher(annotation.getKey()).matches()) {
        throw invalid("Invalid annotation key.");
      }
      size += bytes(annotation.getKey()) + bytes(annotation.getValue());
    }
    if (size > LARGEST_ANNOTATIONS) {
      throw invalid("The annotations together must be smaller than 16KiB.");
    }
    return annotations;
  }

  /** A global secret says where it is kept, a regional one is kept where it was created. */
  static Map<String, Object> replication(JsonObject secret, boolean regional) throws Refusal {
    JsonObject replication = secret.objectOrNull("replication");
    if (regional) {
      if (replication != null) {
        throw invalid("Replication must not be set for regional secrets.");
      }
      return Map.of();
    }
    if (replication == null) {
      throw invalid("Field [replication] is required.");
    }
    if (replication.objectOrNull("automatic") != null) {
      return Map.of("replication", Map.of("automatic", Map.of()));
    }
    JsonObject userManaged = replication.objectOrNull("userManaged");
    if (userManaged == null || userManaged.objects("replicas").isEmpty()) {
      throw invalid("Field [replication] must be automatic or have replicas.");
    }
    Map<String, Object> replicas = new TreeMap<>();
    for (JsonObject replica : userManaged.objects("replicas")) {
      String location = replica.string("location", "");
      if (location.isEmpty() || replicas.put(location, Map.of("location", location)) != null) {
        throw invalid("Each replica needs a location of its own.");
      }
    }
    return Map.of("replication", Map.of("userManaged", Map.of("replicas", replicas.values())));
  }

  /** How long versions survive their destruction; empty when they do not. */
  static String destroyTtl(JsonObject secret) throws Refusal {
    String ttl = secret.string("versionDestroyTtl", "");
    if (!ttl.isEmpty()) {
      long seconds =
          TTL.matcher(ttl).matches() && ttl.length() < 12
              ? (long) Double.parseDouble(ttl.substring(0, ttl.length() - 1))
              : -1;
      if (seconds < 24 * 3600 || seconds > 1000L * 24 * 3600) {
        throw invalid("Field [version_destroy_ttl] must be between 24h and 1000 days.");
      }
    }
    return ttl;
  }

  private static Map<String, String> texts(JsonObject secret, String field) throws Refusal {
    Map<String, String> texts = new LinkedHashMap<>();
    JsonObject object = secret.objectOrNull(field);
    if (object != null) {
      for (String key : object.fields().keySet()) {
        texts.put(key, object.string(key));
      }
    }
    return texts;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static Refusal invalid(String message) {
    return new Refusal(GoogleStatus.INVALID_ARGUMENT, message);
  }
}
