package dev.lockstep.testing.google;

import dev.lockstep.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The secrets of all projects, and what the service's methods do with them. */
final class SecretManagerState {
  /** A server may give fewer than it is asked for: so few that clients have to page. */
  private static final int LARGEST_PAGE = 250;

  private final Map<String, StoredGoogleSecret> secrets = new TreeMap<>();
  private @Nullable List<Map<String, Object>> frozen;
  private List<Map<String, String>> frozenLabels = List.of();

  synchronized void freezeListing() {
    List<Map<String, Object>> now = new ArrayList<>();
    List<Map<String, String>> labels = new ArrayList<>();
    for (StoredGoogleSecret secret : secrets.values()) {
      now.add(secret.json());
      labels.add(secret.labels());
    }
    frozen = now;
    frozenLabels = labels;
  }

  synchronized void thawListing() {
    frozen = null;
    frozenLabels = List.of();
  }

  synchronized Map<String, Object> create(SecretPath path, String id, JsonObject secret)
      throws Refusal {
    String name = path.parent() + "/secrets/" + SecretRules.id(id);
    StoredGoogleSecret created = new StoredGoogleSecret(name, path.isRegional(), secret);
    if (secrets.putIfAbsent(name, created) != null) {
      throw new Refusal(GoogleStatus.ALREADY_EXISTS, "Secret [" + name + "] already exists.");
    }
    return created.json();
  }

  synchronized Map<String, Object> get(SecretPath path) throws Refusal {
    return secret(path).json();
  }

  synchronized Map<String, Object> update(SecretPath path, JsonObject secret, String mask)
      throws Refusal {
    StoredGoogleSecret stored = secret(path);
    stored.update(secret, mask);
    return stored.json();
  }

  synchronized Map<String, Object> delete(SecretPath path, String etag) throws Refusal {
    StoredGoogleSecret stored = secret(path);
    stored.checkEtag(etag);
    secrets.remove(stored.name());
    return Map.of();
  }

  synchronized Map<String, Object> list(
      SecretPath path, String filter, String wantedSize, String token) throws Refusal {
    int size = Pages.size(wantedSize, LARGEST_PAGE, LARGEST_PAGE);
    Map<String, Map<String, Object>> found = new TreeMap<>();
    List<Map<String, Object>> held = frozen;
    int index = 0;
    if (held == null) {
      for (StoredGoogleSecret secret : secrets.values()) {
        collect(path, filter, secret.json(), secret.labels(), found);
      }
    } else {
      for (Map<String, Object> secret : held) {
        collect(path, filter, secret, frozenLabels.get(index++), found);
      }
    }
    List<String> names = new ArrayList<>(found.keySet());
    List<String> page = Pages.page(names, token, size);
    List<Map<String, Object>> elements = new ArrayList<>();
    for (String name : page) {
      elements.add(found.getOrDefault(name, Map.of()));
    }
    Map<String, Object> answer = Pages.answer("secrets", elements, Pages.next(names, page));
    answer.put("totalSize", names.size());
    return answer;
  }

  private static void collect(
      SecretPath path,
      String filter,
      Map<String, Object> secret,
      Map<String, String> labels,
      Map<String, Map<String, Object>> found)
      throws Refusal {
    String name = String.valueOf(secret.get("name"));
    String parent = path.parent() + "/secrets/";
    if (name.startsWith(parent)
        && SecretFilter.matches(filter, name.substring(parent.length()), labels)) {
      found.put(name, secret);
    }
  }

  synchronized Map<String, Object> addVersion(
      SecretPath path, JsonObject request, boolean enumsAsNumbers) throws Refusal {
    JsonObject payload = request.objectOrNull("payload");
    if (payload == null) {
      throw SecretRules.invalid("Field [payload] is required.");
    }
    byte[] data = data(payload);
    if (data.length == 0) {
      throw SecretRules.invalid("Secret Payload cannot be empty.");
    }
    if (data.length > SecretRules.LARGEST_PAYLOAD) {
      throw SecretRules.invalid(
          "The payload is larger than the maximum of 65536 bytes: " + data.length + ".");
    }
    Object given = payload.fields().get("dataCrc32c");
    if (given != null && !String.valueOf(given).equals(checksum(data))) {
      throw SecretRules.invalid("The payload does not match its checksum.");
    }
    return secret(path).add(data).json(enumsAsNumbers);
  }

  private static byte[] data(JsonObject payload) throws Refusal {
    try {
      // Both alphabets are taken, as in every JSON form of a protocol buffer.
      String text = payload.string("data", "").replace('-', '+').replace('_', '/');
      return Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw SecretRules.invalid("Field [payload.data] is not base64.");
    }
  }

  synchronized Map<String, Object> access(SecretPath path) throws Refusal {
    StoredVersion version = secret(path).version(path.version());
    byte[] data = version.access();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("data", Base64.getEncoder().encodeToString(data));
    payload.put("dataCrc32c", checksum(data));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", version.name());
    answer.put("payload", payload);
    return answer;
  }

  synchronized Map<String, Object> getVersion(SecretPath path, boolean enumsAsNumbers)
      throws Refusal {
    return secret(path).version(path.version()).json(enumsAsNumbers);
  }

  synchronized Map<String, Object> listVersions(
      SecretPath path, String filter, String wantedSize, String token, boolean enumsAsNumbers)
      throws Refusal {
    int size = Pages.size(wantedSize, LARGEST_PAGE, LARGEST_PAGE);
    Map<String, StoredVersion> found = new TreeMap<>();
    List<StoredVersion> versions = secret(path).versions();
    for (int i = 0; i < versions.size(); i++) {
      StoredVersion version = versions.get(i);
      if (matches(filter, version)) {
        // Versions never go, they only come at the front: a position from the end stays the same.
        found.put(position(versions.size() - i), version);
      }
    }
    List<String> positions = new ArrayList<>(found.keySet());
    List<String> page = Pages.page(positions, token, size);
    List<Map<String, Object>> elements = new ArrayList<>();
    for (String position : page) {
      StoredVersion version = found.get(position);
      if (version != null) {
        elements.add(version.json(enumsAsNumbers));
      }
    }
    Map<String, Object> answer = Pages.answer("versions", elements, Pages.next(positions, page));
    answer.put("totalSize", positions.size());
    return answer;
  }

  private static boolean matches(String filter, StoredVersion version) throws Refusal {
    if (filter.isEmpty()) {
      return true;
    }
    String wanted = filter.replaceFirst("^state[:=]", "");
    for (StoredVersion.State state : StoredVersion.State.values()) {
      if (state.name().equals(wanted)) {
        return version.state() == state;
      }
    }
    throw SecretRules.invalid("Invalid filter: this double knows states of versions only.");
  }

  private static String position(int number) {
    return "v" + (1_000_000_000 - number);
  }

  synchronized Map<String, Object> changeVersion(
      SecretPath path, String verb, JsonObject request, boolean enumsAsNumbers) throws Refusal {
    StoredGoogleSecret secret = secret(path);
    StoredVersion version = secret.version(path.version());
    String etag = request.string("etag", "");
    switch (verb) {
      case "enable" -> version.set(StoredVersion.State.ENABLED, etag);
      case "disable" -> version.set(StoredVersion.State.DISABLED, etag);
      default -> version.destroy(etag, secret.delaysDestruction());
    }
    return version.json(enumsAsNumbers);
  }

  private StoredGoogleSecret secret(SecretPath path) throws Refusal {
    StoredGoogleSecret secret = secrets.get(path.secretName());
    if (secret == null) {
      throw new Refusal(
          GoogleStatus.NOT_FOUND,
          "Secret [" + path.secretName() + "] not found or has no versions.");
    }
    return secret;
  }

  private static String checksum(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Long.toString(crc.getValue());
  }
}
