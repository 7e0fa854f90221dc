package dev.lockstep.benchmark.mistakes;

/**
 * What became of a mistake.
 *
 * @param kind who noticed it, and when
 * @param detail where the message is, or nothing
 * @param message the message, shortened, for whoever looks closer
 */
record Outcome(Kind kind, String detail, String message) {
  enum Kind {
    /** The processor, as an error on the culprit. */
    ERROR("error, at the "),
    /** The processor, as an error on something else. */
    MISPLACED("error, but "),
    /** The processor, as a warning. */
    WARNING("warning, at the "),
    MISPLACED_WARNING("warning, but "),
    /** The compiler itself, in code that the processor wrote. */
    GENERATED("javac, in generated code"),
    /** The compiler itself, in the user's code. */
    JAVAC("javac"),
    /** The processor fails, and the user reads where in it. */
    CRASH("stack trace"),
    RUN_TIME("run time"),
    NOT_CAUGHT("not caught");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  String cell() {
    return kind.words + detail;
  }
}
