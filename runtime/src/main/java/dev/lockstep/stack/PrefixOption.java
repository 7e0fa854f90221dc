package dev.lockstep.stack;

import dev.lockstep.secret.SecretScope;

/**
 * The attribute by which several secrets managers share one store, each with secrets of its own.
 */
public final class PrefixOption {
  private static final String NAME = "prefix";

  private PrefixOption() {}

  /** The option itself. */
  public static FlavorOption option() {
    return FlavorOption.withDefault(
        NAME,
        "text",
        "",
        "Sees only the secrets that the store holds as PREFIX/NAME, so that several secrets managers"
            + " can share it.");
  }

  /**
   * The part of the store that a component sees.
   *
   * @throws StackException when the attribute cannot be a prefix
   */
  public static SecretScope scope(Options options, String component) {
    try {
      return SecretScope.of(options.text(NAME));
    } catch (IllegalArgumentException e) {
      throw new StackException(
          StackException.Reason.INVALID,
          "The attribute '"
              + NAME
              + "' of the secrets manager '"
              + component
              + "' is wrong: "
              + e.getMessage()
              + ". Fix: lockstep secrets-manager update "
              + component
              + " --"
              + NAME
              + "=VALUE");
    }
  }
}
