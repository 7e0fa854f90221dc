package dev.lockstep.secret.local;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.encryption.ValueCodec;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it stands in the store, its values still encoded.
 *
 * @param type the schema type
 * @param version how often it was written
 * @param values the encoded values by their keys
 * @param fields all fields, those that this version does not know included
 */
record StoredSecret(
    String type, long version, Map<String, YamlNode> values, Map<String, YamlNode> fields) {
  private static final String TYPE = "type";
  private static final String VERSION = "version";
  private static final String UPDATED = "updated";
  private static final String VALUES = "values";

  /**
   * The fields of a secret that is written.
   *
   * @param old what it replaces; fields that this version does not know are taken over
   * @param stored the name in the store
   */
  static YamlMapping fields(
      @Nullable StoredSecret old,
      String stored,
      Secret secret,
      long version,
      Instant now,
      ValueCodec codec) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(TYPE, YamlScalar.of(secret.type()));
    fields.put(VERSION, YamlScalar.of(version));
    fields.put(UPDATED, YamlScalar.of(now.truncatedTo(ChronoUnit.SECONDS).toString()));
    fields.put(VALUES, encoded(stored, secret, version, codec));
    if (old != null) {
      old.fields().forEach(fields::putIfAbsent);
    }
    return YamlMapping.of(fields);
  }

  private static YamlMapping encoded(String stored, Secret secret, long version, ValueCodec codec) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, SecretValue> value : secret.values().entrySet()) {
      ValueCodec.Place place = new ValueCodec.Place(stored, version, value.getKey());
      values.put(value.getKey(), YamlScalar.of(codec.encode(place, value.getValue().reveal())));
    }
    return YamlMapping.of(values);
  }

  /**
   * The same fields with the values encoded in another way.
   *
   * @param stored the name in the store
   * @param opened the secret with its values decoded
   */
  YamlMapping rekeyed(String stored, Secret opened, ValueCodec codec) {
    Map<String, YamlNode> same = new LinkedHashMap<>(fields);
    same.put(VALUES, encoded(stored, opened, version, codec));
    return YamlMapping.of(same);
  }

  /**
   * Reads a secret's fields, no value yet.
   *
   * @param name the name that callers know
   * @param file the store, for messages
   * @throws MalformedSecretException naming everything that is wrong
   */
  static StoredSecret read(String name, String file, StoreText store, int index) {
    try {
      YamlMapping fields = store.fields(index);
      String type = fields.text(TYPE);
      String version = fields.text(VERSION);
      Map<String, YamlNode> values = fields.mapping(VALUES).entries();
      List<String> problems = new ArrayList<>();
      long number = number(version);
      if (number < 1 || number == Long.MAX_VALUE) {
        problems.add("its version is no number that could grow");
      }
      if (values.isEmpty()) {
        problems.add("it has no values");
      }
      for (Map.Entry<String, YamlNode> value : values.entrySet()) {
        if (!SecretNames.isKey(value.getKey()) || !(value.getValue() instanceof YamlScalar)) {
          problems.add("the value of key '" + value.getKey() + "' is no text under a valid key");
        }
      }
      if (!problems.isEmpty()) {
        throw malformed(name, file, problems);
      }
      return new StoredSecret(
          type == null ? Secret.ARBITRARY : type, number, values, fields.entries());
    } catch (YamlFormatException e) {
      throw malformed(name, file, List.of(e.problem()));
    }
  }

  /** Decodes all values. */
  Secret open(String stored, String name, String file, ValueCodec codec) {
    Map<String, SecretValue> opened = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, YamlNode> entry : values.entrySet()) {
      String text = entry.getValue() instanceof YamlScalar scalar ? scalar.text() : "";
      String value = codec.decode(new ValueCodec.Place(stored, version, entry.getKey()), text);
      if (value == null) {
        problems.add(
            "the value of key '"
                + entry.getKey()
                + "' was damaged, changed by hand or moved from another place");
      } else {
        opened.put(entry.getKey(), SecretValue.of(value));
      }
    }
    if (!problems.isEmpty()) {
      throw malformed(name, file, problems);
    }
    return Secret.of(name, type, opened).withVersion(Long.toString(version));
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static MalformedSecretException malformed(
      String name, String file, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    all.add(
        "it stands in "
            + file
            + "; restore that file from a backup, or replace the secret: lockstep secret delete "
            + name
            + " and register it again");
    return new MalformedSecretException(name, all);
  }
}
