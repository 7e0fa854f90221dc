package dev.lockstep.cli.host;

import dev.lockstep.run.console.ExitCode;

/**
 * Ends a command with a message for its user and an exit code. The message is shown as it is, so it
 * holds no value of a secret.
 */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The command was called wrongly. */
  public static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  /** The user did not want it after all. Nothing has been changed. */
  public static CommandException declined(String message) {
    return new CommandException(ExitCode.STEP_FAILED, message);
  }

  /** Something outside of the command, such as the build of an example, failed. */
  public static CommandException failed(String message) {
    return new CommandException(ExitCode.STEP_FAILED, message);
  }

  /** The stack lacks what the command needs. */
  public static CommandException stack(String message) {
    return new CommandException(ExitCode.PREFLIGHT, message);
  }

  /** A file could not be read or written. */
  public static CommandException backEnd(String message) {
    return new CommandException(ExitCode.BACK_END, message);
  }

  public int exitCode() {
    return exitCode;
  }
}
