package dev.lockstep.secret;

import java.util.List;
import java.util.Map;

/**
 * The keys that a type of secret requires and allows, and the way between a secret and the typed
 * object that steps take. The processor writes one for every {@code @SecretSchema} interface.
 *
 * @param <T> the interface that describes the secret
 */
public interface Schema<T> {
  /** The schema's type, by which secrets are marked in a secrets manager. */
  String type();

  /** One or two sentences for whoever has to fill in the secret, or empty. */
  default String description() {
    return "";
  }

  /** All keys, in the order in which they are declared. */
  List<SchemaKey> keys();

  /** Whether a secret needs at least one key, although every key by itself is optional. */
  default boolean atLeastOne() {
    return false;
  }

  /**
   * Reads a secret. Keys that the schema does not know are ignored.
   *
   * @throws MalformedSecretException naming every missing key and unreadable value at once
   */
  T read(Secret secret);

  /** The keys and values of an object; optional keys without a value are left out. */
  Map<String, SecretValue> write(T value);

  /** A secret of this type with the object's keys and values. */
  default Secret write(String name, T value) {
    return Secret.of(name, type(), write(value));
  }
}
