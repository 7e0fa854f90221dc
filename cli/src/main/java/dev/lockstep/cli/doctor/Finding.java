package dev.lockstep.cli.doctor;

/**
 * What a check found.
 *
 * @param check what was looked at
 * @param state how it is
 * @param message what was found; never the value of a secret or of a variable
 * @param fix how to mend it, or empty
 */
record Finding(String check, State state, String message, String fix) {
  /** How something is. */
  enum State {
    OK,
    WARNING,
    PROBLEM;

    String label() {
      return switch (this) {
        case OK -> "ok";
        case WARNING -> "warning";
        case PROBLEM -> "problem";
      };
    }
  }
}
