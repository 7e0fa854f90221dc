package dev.lockstep.cli.values;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys and values as JSON, YAML or dotenv. */
final class ValuesDocument {
  private ValuesDocument() {}

  /**
   * Reads a document; its form is known by the file's name, or else by how it begins.
   *
   * @param name the file's name, or {@code -}
   */
  static void read(String name, String content, ValueSink sink) {
    String text = withoutMark(content);
    String lower = name.toLowerCase(Locale.ROOT);
    String file = lower.substring(lower.lastIndexOf('/') + 1);
    if (file.endsWith(".json")) {
      json(text, sink);
    } else if (file.endsWith(".yaml") || file.endsWith(".yml")) {
      yaml(text, sink);
    } else if (file.endsWith(".env") || file.startsWith(".env")) {
      DotEnv.read(text, sink);
    } else if (text.stripLeading().startsWith("{")) {
      json(text, sink);
    } else if (DotEnv.looksLike(text)) {
      DotEnv.read(text, sink);
    } else {
      yaml(text, sink);
    }
  }

  private static void json(String text, ValueSink sink) {
    try {
      int position = 0;
      for (Map.Entry<String, @Nullable Object> entry : Json.readObject(text).fields().entrySet()) {
        position++;
        Object value = entry.getValue();
        if (!isKey(entry.getKey(), position, sink)) {
          continue;
        }
        if (value instanceof String string) {
          sink.value(entry.getKey(), string);
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long) {
          sink.value(entry.getKey(), String.valueOf(value));
        } else if (value == null) {
          sink.problem(isNull(entry.getKey(), "\"\""));
        } else {
          sink.problem(
              "key '"
                  + entry.getKey()
                  + (value instanceof Number
                      ? "' is a number whose digits JSON may change: write it in quotes"
                      : "' is not a text: write it in quotes"));
        }
      }
    } catch (JsonFormatException e) {
      sink.problem(String.valueOf(e.getMessage()));
    }
  }

  private static void yaml(String text, ValueSink sink) {
    try {
      int position = 0;
      for (Map.Entry<String, YamlNode> entry : Yaml.read(text).entries().entrySet()) {
        position++;
        if (!isKey(entry.getKey(), position, sink)) {
          continue;
        }
        if (entry.getValue() instanceof YamlScalar scalar && scalar.isNull()) {
          sink.problem(isNull(entry.getKey(), "''"));
        } else if (entry.getValue() instanceof YamlScalar scalar) {
          sink.value(entry.getKey(), scalar.text());
        } else {
          sink.problem("key '" + entry.getKey() + "' is not a text");
        }
      }
    } catch (YamlFormatException e) {
      sink.problem(String.valueOf(e.getMessage()));
    }
  }

  /** The text without the byte order mark that some editors put before it. */
  static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** An empty text and no value at all are two things: nobody should have to guess. */
  static String isNull(String key, String empty) {
    return "key '" + key + "' is null: leave it out, or write " + empty + " for an empty text";
  }

  /** What cannot be a key may be a piece of a value, so that only its place is told. */
  private static boolean isKey(String key, int position, ValueSink sink) {
    boolean valid = SecretNames.isKey(key);
    if (!valid) {
      sink.problem(
          "key number "
              + position
              + " cannot be a key: a key has letters, digits, '_', '.' and '-', and starts with a"
              + " letter or '_'");
    }
    return valid;
  }
}
