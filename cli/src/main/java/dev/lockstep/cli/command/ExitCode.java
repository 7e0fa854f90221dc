package dev.lockstep.cli.command;

/** The exit codes, the same as those of a pipeline's runner. */
public final class ExitCode {
  public static final int SUCCESS = 0;

  /** A step failed, or the user answered no. */
  public static final int FAILED = 1;

  /** Wrong usage: an unknown option, a value or a name that cannot be. */
  public static final int USAGE = 2;

  /** The stack or its configuration is not fit for what was asked. */
  public static final int PREFLIGHT = 3;

  /** A back end, or the state on disk, failed. */
  public static final int BACK_END = 4;

  private ExitCode() {}
}
