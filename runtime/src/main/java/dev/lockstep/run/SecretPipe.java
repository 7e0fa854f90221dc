package dev.lockstep.run;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets on the pipe from a driver to its worker on the same machine. Nothing else is ever written
 * in this form.
 */
final class SecretPipe {
  private SecretPipe() {}

  static Map<String, Object> toMap(Secret secret) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", secret.name());
    map.put("type", secret.type());
    map.put("version", secret.version().orElse(""));
    map.put("values", texts(secret.values()));
    return map;
  }

  static Map<String, Secret> read(List<JsonObject> list) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (JsonObject json : list) {
      Secret secret =
          Secret.of(json.string("name"), json.string("type"), values(json.object("values")));
      String version = json.string("version");
      secrets.put(secret.name(), version.isEmpty() ? secret : secret.withVersion(version));
    }
    return secrets;
  }

  static Map<String, String> texts(Map<String, SecretValue> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((key, value) -> texts.put(key, value.reveal()));
    return texts;
  }

  static Map<String, SecretValue> values(JsonObject texts) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (String key : texts.fields().keySet()) {
      values.put(key, SecretValue.of(texts.string(key)));
    }
    return values;
  }
}
