package dev.lockstep.cli.values;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets as ZenML keeps them. Its local secrets manager has one file that maps names of secrets to
 * keys to base64, with the schema's type beside the keys as it is; {@code zenml secret export}, and
 * what it stored at providers, is one secret without its name, keys and values as they are.
 */
public final class ZenmlDocument {
  private static final String TYPE = "zenml_schema_name";

  private ZenmlDocument() {}

  /**
   * Reads a file.
   *
   * @param file the file's name, or {@code -}
   * @param name what to call the secret of a file that holds one without its name; null for the
   *     file's name without its ending
   */
  public static FoundSecrets read(String file, @Nullable String name, String text) {
    FoundSecrets found = new FoundSecrets();
    YamlMapping document = SecretsDocument.parse(file, text, found);
    if (document == null) {
      return found;
    }
    if (isOneSecret(document)) {
      single(name == null ? nameOf(file) : name, document, found);
    } else if (name != null) {
      found.problem(
          "it holds several secrets, which have their names: NAME is for a file with the keys of"
              + " one");
    } else {
      several(document, found);
    }
    return found;
  }

  private static boolean isOneSecret(YamlMapping document) {
    for (YamlNode node : document.entries().values()) {
      if (node instanceof YamlMapping) {
        return false;
      }
    }
    return true;
  }

  private static String nameOf(String file) {
    String last = file.substring(file.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  private static void single(String name, YamlMapping document, FoundSecrets found) {
    if (!SecretNames.isName(name)) {
      found.problem("it holds one secret without its name: give NAME behind FILE");
      return;
    }
    secret(name, document, false, found);
  }

  private static void several(YamlMapping document, FoundSecrets found) {
    int position = 0;
    for (String name : document.entries().keySet()) {
      position++;
      if (SecretsDocument.isName(name, position, found)) {
        try {
          secret(name, document.mapping(name), true, found);
        } catch (YamlFormatException e) {
          found.problem("secret '" + name + "': it is not a mapping of keys");
        }
      }
    }
  }

  private static void secret(String name, YamlMapping fields, boolean encoded, FoundSecrets found) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    String type = Secret.ARBITRARY;
    int position = 0;
    for (Map.Entry<String, YamlNode> entry : fields.entries().entrySet()) {
      position++;
      String key = entry.getKey();
      if (key.equals(TYPE)) {
        type = entry.getValue() instanceof YamlScalar scalar ? scalar.text() : "";
      } else if (SecretsDocument.isKey(name, key, position, found)) {
        String text = SecretsDocument.value(name, key, entry.getValue(), found);
        String value = text == null || !encoded ? text : decoded(text);
        if (value != null) {
          values.put(key, SecretValue.of(value));
        } else if (text != null) {
          found.problem("secret '" + name + "': key '" + key + "' is not base64 of UTF-8 text");
        }
      }
    }
    if (!SecretNames.isKey(type)) {
      found.note(
          "The secret '" + name + "' has a schema without a usable name, and becomes arbitrary.");
      type = Secret.ARBITRARY;
    }
    found.add(Secret.of(name, type, values));
  }

  private static @Nullable String decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    }
  }
}
