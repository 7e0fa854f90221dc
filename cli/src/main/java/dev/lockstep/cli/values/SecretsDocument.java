package dev.lockstep.cli.values;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import dev.lockstep.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Secrets with their types, as {@code lockstep secret export} writes them: YAML or JSON. */
public final class SecretsDocument {
  /** Holds the number of the format, and tells the file from any other. */
  private static final String FORMAT = "lockstep_secrets";

  private static final String VERSION = "1";
  private static final String VALUES = "values";
  private static final String CLEAR = "clear";
  private static final String NONE = "none";
  private static final String SECRETS = "secrets";
  private static final String TYPE = "type";
  private static final String KEYS = "keys";

  private SecretsDocument() {}

  /** The secrets with their values in clear. */
  public static String write(List<Secret> secrets, boolean json) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Secret secret : secrets) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
        values.put(entry.getKey(), entry.getValue().reveal());
      }
      all.put(secret.name(), fields(secret, VALUES, values));
    }
    return text(
        CLEAR,
        all,
        json,
        "# Secrets with their values in clear: whoever can read this file has them. Delete it after"
            + " use.\n# Read it with: lockstep secret import FILE\n");
  }

  /** The secrets with the names of their keys, which cannot be imported. */
  public static String writeKeys(List<Secret> secrets, boolean json) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Secret secret : secrets) {
      all.put(secret.name(), fields(secret, KEYS, new ArrayList<>(secret.values().keySet())));
    }
    return text(NONE, all, json, "# Secrets without their values.\n");
  }

  private static Map<String, Object> fields(Secret secret, String field, Object content) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TYPE, secret.type());
    fields.put(field, content);
    return fields;
  }

  private static String text(
      String values, Map<String, Object> secrets, boolean json, String comment) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(FORMAT, Integer.valueOf(VERSION));
    document.put(VALUES, values);
    document.put(SECRETS, secrets);
    return json
        ? Json.writePretty(document) + "\n"
        : comment + Yaml.write((YamlMapping) node(document));
  }

  /**
   * Reads a file.
   *
   * @param name the file's name, or {@code -}
   */
  public static FoundSecrets read(String name, String text) {
    FoundSecrets found = new FoundSecrets();
    YamlMapping document = parse(name, text, found);
    if (document == null) {
      return found;
    }
    try {
      String format = document.text(FORMAT);
      if (format == null) {
        found.problem(
            "it is not what 'lockstep secret export' writes, for it has no field '"
                + FORMAT
                + "'; a file with the keys of one secret is read by 'lockstep secret register NAME"
                + " --values FILE', one of ZenML by --from-zenml, a dotenv file by"
                + " --from-env-file");
      } else if (!format.equals(VERSION)) {
        found.problem("its format is not " + VERSION + ": a newer version of Lockstep wrote it");
      } else if (NONE.equals(document.text(VALUES))) {
        found.problem("it holds keys only: export it again, with --reveal");
      } else {
        secrets(document.mapping(SECRETS), found);
      }
    } catch (YamlFormatException e) {
      found.problem(String.valueOf(e.getMessage()));
    }
    return found;
  }

  /** Any YAML or JSON, or null when it is none, which is then said. */
  static @Nullable YamlMapping parse(String name, String content, FoundSecrets found) {
    String text = ValuesDocument.withoutMark(content);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean yaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    try {
      return lower.endsWith(".json") || (!yaml && text.stripLeading().startsWith("{"))
          ? (YamlMapping) node(Json.readObject(text).fields())
          : Yaml.read(text);
    } catch (YamlFormatException | JsonFormatException e) {
      found.problem(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Whether a secret can have the name; if not, only its place is told: it may be a value. */
  static boolean isName(String name, int position, FoundSecrets found) {
    boolean valid = SecretNames.isName(name);
    if (!valid) {
      found.problem(
          "secret number "
              + position
              + " has no valid name: letters, digits, '_', '.', '-' and '/', at most "
              + SecretNames.LONGEST_NAME
              + " characters");
    }
    return valid;
  }

  /** The text of a value, or null when it is none, which is then said. */
  static @Nullable String value(String secret, String key, YamlNode node, FoundSecrets found) {
    if (!(node instanceof YamlScalar scalar)) {
      found.problem("secret '" + secret + "': key '" + key + "' is not a text: write it in quotes");
      return null;
    }
    if (scalar.isNull()) {
      found.problem("secret '" + secret + "': " + ValuesDocument.isNull(key, "\"\""));
      return null;
    }
    return scalar.text();
  }

  /** Whether this can be a key; if not, only its place is told: it may be a value. */
  static boolean isKey(String secret, String key, int position, FoundSecrets found) {
    boolean valid = SecretNames.isKey(key);
    if (!valid) {
      found.problem("secret '" + secret + "': key number " + position + " cannot be a key");
    }
    return valid;
  }

  private static void secrets(YamlMapping secrets, FoundSecrets found) {
    int position = 0;
    for (String name : secrets.entries().keySet()) {
      position++;
      if (isName(name, position, found)) {
        try {
          secret(name, secrets.mapping(name), found);
        } catch (YamlFormatException e) {
          found.problem("secret '" + name + "': " + e.problem());
        }
      }
    }
  }

  private static void secret(String name, YamlMapping fields, FoundSecrets found) {
    String type = fields.text(TYPE);
    if (type != null && !SecretNames.isKey(type)) {
      found.problem("secret '" + name + "': its type cannot be one");
      return;
    }
    Map<String, SecretValue> values = new LinkedHashMap<>();
    int position = 0;
    for (Map.Entry<String, YamlNode> entry : fields.mapping(VALUES).entries().entrySet()) {
      position++;
      if (isKey(name, entry.getKey(), position, found)) {
        String value = value(name, entry.getKey(), entry.getValue(), found);
        if (value != null) {
          values.put(entry.getKey(), SecretValue.of(value));
        }
      }
    }
    found.add(Secret.of(name, type == null ? Secret.ARBITRARY : type, values));
  }

  private static YamlNode node(@Nullable Object data) {
    if (data instanceof Map<?, ?> map) {
      Map<String, YamlNode> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        fields.put(String.valueOf(entry.getKey()), node(entry.getValue()));
      }
      return YamlMapping.of(fields);
    }
    if (data instanceof List<?> list) {
      List<YamlNode> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(node(element));
      }
      return new YamlSequence(elements, 0);
    }
    if (data instanceof String text) {
      return YamlScalar.of(text);
    }
    if (data == null) {
      return new YamlScalar("", true, 0);
    }
    // JSON may change the digits of a fraction, so that it is no text.
    return data instanceof Boolean || data instanceof Integer || data instanceof Long
        ? new YamlScalar(String.valueOf(data), true, 0)
        : new YamlSequence(List.of(), 0);
  }
}
