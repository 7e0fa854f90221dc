package dev.lockstep.secret;

import java.util.Optional;

/**
 * The part of a store that a secrets manager sees: with a prefix, the secrets that the store holds
 * as {@code prefix/name}; without one, all of them. A prefix has no {@code /}, so that the secrets
 * of two prefixes never meet, whatever they are called.
 *
 * @param prefix empty for the whole store
 */
public record SecretScope(String prefix) {
  /** The whole store. */
  public static final SecretScope ALL = new SecretScope("");

  private static final String SEPARATOR = "/";

  /**
   * Checks the prefix.
   *
   * @throws IllegalArgumentException with a clause that says the rule
   */
  public SecretScope {
    if (!prefix.isEmpty() && (!SecretNames.isName(prefix) || prefix.contains(SEPARATOR))) {
      throw new IllegalArgumentException(
          "a prefix has letters, digits, '_', '.' and '-', and starts and ends with a letter or"
              + " digit, such as dev");
    }
  }

  /**
   * The scope of an attribute {@code prefix}. A {@code /} at its end changes nothing: there is one
   * between prefix and name anyway.
   *
   * @throws IllegalArgumentException with a clause that says what a prefix may be
   */
  public static SecretScope of(String prefix) {
    return new SecretScope(
        prefix.length() > 1 && prefix.endsWith(SEPARATOR)
            ? prefix.substring(0, prefix.length() - 1)
            : prefix);
  }

  /** What the store calls the secret of that name. */
  public String full(String name) {
    return start() + name;
  }

  /** The secret's name, if what the store calls so is in this scope. */
  public Optional<String> name(String full) {
    String start = start();
    return full.startsWith(start) && full.length() > start.length()
        ? Optional.of(full.substring(start.length()))
        : Optional.empty();
  }

  /** What the store's names of everything in this scope begin with. */
  public String start() {
    return prefix.isEmpty() ? "" : prefix + SEPARATOR;
  }
}
