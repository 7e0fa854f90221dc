package dev.lockstep.secret;

import java.util.List;
import java.util.Optional;

/**
 * Reads the typed values of a secret that fits its schema. For generated schemas.
 *
 * <p>The whole secret is checked before the first value is read, so that everything that is wrong
 * with it is said at once.
 */
public final class SecretReader {
  private final Secret secret;

  private SecretReader(Secret secret) {
    this.secret = secret;
  }

  /**
   * Checks the secret and starts reading it.
   *
   * @throws MalformedSecretException when the secret does not fit the schema
   */
  public static SecretReader of(Schema<?> schema, Secret secret) {
    List<String> problems = SchemaCheck.problems(schema.keys(), schema.atLeastOne(), secret);
    if (!problems.isEmpty()) {
      throw new MalformedSecretException(secret.name(), problems);
    }
    return new SecretReader(secret);
  }

  /** The value of a required key. */
  public <T> T required(String key, ValueType<T> type) {
    return optional(key, type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The schema does not declare key '" + key + "' as required."));
  }

  /** The value of an optional key, or empty when the secret lacks it. */
  public <T> Optional<T> optional(String key, ValueType<T> type) {
    return secret.value(key).map(value -> type.parse(value.reveal()));
  }
}
