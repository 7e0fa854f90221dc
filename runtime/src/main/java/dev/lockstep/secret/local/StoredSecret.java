package dev.lockstep.secret.local;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretNames;
import dev.lockstep.secret.encryption.EncodedSecret;
import dev.lockstep.secret.encryption.ValueCodec;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a secret in the store's file.
 *
 * @param secret what they say
 * @param fields all of them, those that this version does not know included
 */
record StoredSecret(EncodedSecret secret, Map<String, YamlNode> fields) {
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
      @Nullable StoredSecret old, String stored, Secret secret, ValueCodec codec) {
    long version = old == null ? 1 : old.secret.version() + 1;
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put(TYPE, YamlScalar.of(secret.type()));
    fields.put(VERSION, YamlScalar.of(version));
    fields.put(UPDATED, YamlScalar.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    fields.put(VALUES, values(EncodedSecret.of(stored, secret, version, codec)));
    if (old != null) {
      old.fields.forEach(fields::putIfAbsent);
    }
    return YamlMapping.of(fields);
  }

  private static YamlMapping values(EncodedSecret secret) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : secret.values().entrySet()) {
      values.put(value.getKey(), YamlScalar.of(value.getValue()));
    }
    return YamlMapping.of(values);
  }

  /**
   * The same fields with the values encoded in another way.
   *
   * @param opened the secret with its values decoded
   */
  YamlMapping rekeyed(Secret opened, ValueCodec codec) {
    Map<String, YamlNode> same = new LinkedHashMap<>(fields);
    same.put(VALUES, values(EncodedSecret.of(secret.name(), opened, secret.version(), codec)));
    return YamlMapping.of(same);
  }

  /**
   * Reads a secret's fields, no value yet.
   *
   * @param name the name that callers know
   * @param file the store, for messages
   * @throws MalformedSecretException naming everything that is wrong
   */
  static StoredSecret read(String name, Path file, StoreText store, int index) {
    try {
      YamlMapping fields = store.fields(index);
      String type = fields.text(TYPE);
      Map<String, YamlNode> values = fields.mapping(VALUES).entries();
      Map<String, String> texts = new LinkedHashMap<>();
      for (Map.Entry<String, YamlNode> value : values.entrySet()) {
        texts.put(value.getKey(), value.getValue() instanceof YamlScalar text ? text.text() : "");
      }
      EncodedSecret secret =
          new EncodedSecret(
              store.name(index),
              type == null ? Secret.ARBITRARY : type,
              number(fields.text(VERSION)),
              texts);
      List<String> problems = secret.problems();
      for (Map.Entry<String, YamlNode> value : values.entrySet()) {
        if (!SecretNames.isKey(value.getKey()) || !(value.getValue() instanceof YamlScalar)) {
          problems.add("the value of key '" + value.getKey() + "' is no text under a valid key");
        }
      }
      if (!problems.isEmpty()) {
        throw EncodedSecret.malformed(name, file, problems);
      }
      return new StoredSecret(secret, fields.entries());
    } catch (YamlFormatException e) {
      throw EncodedSecret.malformed(name, file, List.of(e.problem()));
    }
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
