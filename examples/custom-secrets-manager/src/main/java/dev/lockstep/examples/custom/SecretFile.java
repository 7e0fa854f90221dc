package dev.lockstep.examples.custom;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in the file of a secret: {@code {"type":"aws","values":{"key":"value"}}}. */
final class SecretFile {
  private static final String TYPE = "type";
  private static final String VALUES = "values";

  private SecretFile() {}

  static byte[] write(Secret secret) {
    Map<String, String> values = new LinkedHashMap<>();
    secret.values().forEach((key, value) -> values.put(key, value.reveal()));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put(TYPE, secret.type());
    file.put(VALUES, values);
    return Json.write(file).getBytes(StandardCharsets.UTF_8);
  }

  static Secret read(String name, byte[] content) {
    try {
      JsonObject file = Json.readObject(new String(content, StandardCharsets.UTF_8));
      JsonObject stored = file.object(VALUES);
      Map<String, SecretValue> values = new LinkedHashMap<>();
      for (String key : stored.fields().keySet()) {
        values.put(key, SecretValue.of(stored.string(key)));
      }
      return Secret.of(name, file.string(TYPE), values);
    } catch (JsonFormatException e) {
      throw new MalformedSecretException(name, List.of(String.valueOf(e.getMessage())));
    }
  }
}
