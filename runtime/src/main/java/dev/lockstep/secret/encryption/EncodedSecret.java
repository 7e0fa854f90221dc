package dev.lockstep.secret.encryption;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A secret as it stands in a store on this machine, its values still encoded.
 *
 * @param name what the store calls it
 * @param type the schema type
 * @param version how often it was written
 * @param values the encoded values by their keys, in their order
 */
public record EncodedSecret(String name, String type, long version, Map<String, String> values) {
  /**
   * Encodes all values of a secret.
   *
   * @param name what the store calls it
   */
  public static EncodedSecret of(String name, Secret secret, long version, ValueCodec codec) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, SecretValue> value : secret.values().entrySet()) {
      ValueCodec.Place place = new ValueCodec.Place(name, version, value.getKey());
      values.put(value.getKey(), codec.encode(place, value.getValue().reveal()));
    }
    return new EncodedSecret(name, secret.type(), version, values);
  }

  /** What is wrong with it, its values aside, a clause each. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (version < 1 || version == Long.MAX_VALUE) {
      problems.add("its version is no number that could grow");
    }
    if (values.isEmpty()) {
      problems.add("it has no values");
    }
    return problems;
  }

  /**
   * Decodes all values.
   *
   * @param known the name that callers know
   * @param store its file, for messages
   * @throws MalformedSecretException naming everything that is wrong
   */
  public Secret open(String known, Path store, ValueCodec codec) {
    Map<String, SecretValue> opened = new LinkedHashMap<>();
    List<String> problems = problems();
    for (Map.Entry<String, String> entry : values.entrySet()) {
      String key = entry.getKey();
      String text = entry.getValue();
      String value =
          SecretNames.isKey(key) && text != null
              ? codec.decode(new ValueCodec.Place(name, version, key), text)
              : null;
      if (value == null) {
        problems.add(damaged(key));
      } else {
        opened.put(key, SecretValue.of(value));
      }
    }
    if (!problems.isEmpty()) {
      throw malformed(known, store, problems);
    }
    return Secret.of(known, type, opened).withVersion(Long.toString(version));
  }

  /** Shows no value: without encryption they are readable. */
  @Override
  public String toString() {
    return "EncodedSecret[name=" + name + ", type=" + type + ", keys=" + values.keySet() + "]";
  }

  /** What is wrong with a value that cannot be decoded, a clause. */
  public static String damaged(String key) {
    return "the value of key '"
        + key
        + "' was damaged, changed by hand or moved from another place";
  }

  /**
   * What to say of a secret that cannot be read.
   *
   * @param known the name that callers know
   */
  public static MalformedSecretException malformed(
      String known, Path store, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    all.add(
        "it stands in "
            + store
            + "; restore that file from a backup, or replace the secret: lockstep secret delete "
            + known
            + " and register it again");
    return new MalformedSecretException(known, all);
  }
}
