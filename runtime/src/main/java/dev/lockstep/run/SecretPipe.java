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
    Map<String, String> values = new LinkedHashMap<>();
    secret.values().forEach((key, value) -> values.put(key, value.reveal()));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", secret.name());
    map.put("type", secret.type());
    map.put("version", secret.version().orElse(""));
    map.put("values", values);
    return map;
  }

  static Map<String, Secret> read(List<JsonObject> list) {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    for (JsonObject json : list) {
      JsonObject values = json.object("values");
      Map<String, SecretValue> content = new LinkedHashMap<>();
      for (String key : values.fields().keySet()) {
        content.put(key, SecretValue.of(values.string(key)));
      }
      Secret secret = Secret.of(json.string("name"), json.string("type"), content);
      String version = json.string("version");
      secrets.put(secret.name(), version.isEmpty() ? secret : secret.withVersion(version));
    }
    return secrets;
  }
}
