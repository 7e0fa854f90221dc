package dev.lockstep.text;

/** How a command that stores a secret is given a key, for commands that messages show. */
public final class KeyOption {
  private KeyOption() {}

  /**
   * {@code --KEY=VALUE}, or {@code -k KEY -v VALUE} for a key that is named like an option of the
   * command.
   */
  public static String of(String key) {
    return switch (key) {
      case "schema",
          "schemas",
          "key",
          "value",
          "values",
          "interactive",
          "remove-key",
          "secrets-manager",
          "stack",
          "debug",
          "help" ->
          "-k " + key + " -v VALUE";
      default -> "--" + key + "=VALUE";
    };
  }
}
