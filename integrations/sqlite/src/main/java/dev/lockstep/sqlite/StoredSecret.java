package dev.lockstep.sqlite;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.encryption.ValueCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A secret as it stands in the store.
 *
 * @param name what the store calls it
 * @param type the schema type
 * @param version how often it was written
 * @param values the encrypted values by their keys, in their order
 */
record StoredSecret(String name, String type, long version, Map<String, String> values) {
  /**
   * Decrypts all values.
   *
   * @param known the name that callers know
   * @param place the store, for messages
   * @throws MalformedSecretException naming everything that is wrong
   */
  Secret open(String known, Path place, ValueCodec codec) {
    Map<String, SecretValue> opened = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    if (version < 1) {
      problems.add("its version is no number");
    }
    if (values.isEmpty()) {
      problems.add("it has no values");
    }
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
      throw malformed(known, place, problems);
    }
    return Secret.of(known, type, opened).withVersion(Long.toString(version));
  }

  static String damaged(String key) {
    return "the value of key '"
        + key
        + "' was damaged, changed by hand or moved from another place";
  }

  static MalformedSecretException malformed(String name, Path place, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    all.add(
        "it stands in "
            + place
            + "; restore that file from a backup, or replace the secret: lockstep secret delete "
            + name
            + " and register it again");
    return new MalformedSecretException(name, all);
  }
}
