package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretScope;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.Options;
import dev.lockstep.stack.StackException;

/** The option by which several secrets managers share one store, each with secrets of its own. */
public final class PrefixOption {
  private static final String NAME = "prefix";

  private PrefixOption() {}

  /** The option itself. */
  public static FlavorOption option() {
    return FlavorOption.withDefault(
        NAME,
        "text",
        "",
        "What the names in the store begin with, before a '/', so that several secrets managers can"
            + " share it.");
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
