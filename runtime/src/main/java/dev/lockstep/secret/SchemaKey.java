package dev.lockstep.secret;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One key that a schema requires or allows.
 *
 * @param name the key in the secret
 * @param type the name of a {@link ValueType}, such as {@code uri}
 * @param required whether a secret without the key is malformed
 * @param env the variable that carries it in a step's environment
 * @param masked whether the value is replaced wherever output passes
 * @param pattern a regular expression that the whole value must match, or null
 * @param constants the names that an {@code enum} key allows, else empty
 * @param description what the value is, or empty
 */
public record SchemaKey(
    String name,
    String type,
    boolean required,
    String env,
    boolean masked,
    @Nullable String pattern,
    List<String> constants,
    String description) {

  public SchemaKey {
    constants = List.copyOf(constants);
  }

  /** A required, masked key whose variable is its name in capitals. */
  public static SchemaKey required(String name, String type) {
    return new SchemaKey(name, type, true, variable(name), true, null, List.of(), "");
  }

  /** An optional, masked key whose variable is its name in capitals. */
  public static SchemaKey optional(String name, String type) {
    return new SchemaKey(name, type, false, variable(name), true, null, List.of(), "");
  }

  public SchemaKey withEnv(String env) {
    return new SchemaKey(name, type, required, env, masked, pattern, constants, description);
  }

  public SchemaKey unmasked() {
    return new SchemaKey(name, type, required, env, false, pattern, constants, description);
  }

  public SchemaKey withPattern(String pattern) {
    return new SchemaKey(name, type, required, env, masked, pattern, constants, description);
  }

  public SchemaKey withConstants(String... constants) {
    return new SchemaKey(
        name, type, required, env, masked, pattern, List.of(constants), description);
  }

  public SchemaKey withDescription(String description) {
    return new SchemaKey(name, type, required, env, masked, pattern, constants, description);
  }

  /**
   * The variable for a key that says nothing else: the key in capitals, every character other than
   * an ASCII letter, digit or {@code _} becoming {@code _}.
   */
  public static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
  }
}
