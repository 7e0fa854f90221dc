package dev.lockstep.run.console;

/** What a runner's process ends with; the command line uses the same. */
public final class ExitCode {
  public static final int SUCCESS = 0;

  /** A step failed. */
  public static final int STEP_FAILED = 1;

  /** Unknown option, missing or unreadable parameter. */
  public static final int USAGE = 2;

  /** The stack, its secrets or references lack something. */
  public static final int PREFLIGHT = 3;

  /** A back end failed outside a step: denied, unreachable, throttled, damaged. */
  public static final int BACK_END = 4;

  /** Stopped by a person. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
