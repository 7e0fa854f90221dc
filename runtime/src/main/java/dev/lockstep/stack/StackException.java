package dev.lockstep.stack;

import org.jspecify.annotations.Nullable;

/**
 * A stack, a component or their configuration is not what is needed. The message says what is
 * wrong, where, and how to mend it.
 */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Kinds of problems that callers treat differently. */
  public enum Reason {
    /** Something was named that does not exist. */
    UNKNOWN,
    /** A name is taken. */
    EXISTS,
    /** What was to be deleted or changed is in use, or built in. */
    IN_USE,
    /** A name, a flavor's attribute or a stack breaks a rule. */
    INVALID,
    /** A file of the configuration cannot be read as such. */
    MALFORMED,
    /** A component could not be created from a configuration that is in order by itself. */
    UNAVAILABLE
  }

  private final Reason reason;

  public StackException(Reason reason, String message) {
    this(reason, message, null);
  }

  public StackException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kind of problem it is. */
  public Reason reason() {
    return reason;
  }
}
