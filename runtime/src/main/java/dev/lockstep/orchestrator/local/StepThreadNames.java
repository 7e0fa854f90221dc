package dev.lockstep.orchestrator.local;

import org.jspecify.annotations.Nullable;

/** How the threads of steps are named. */
public final class StepThreadNames {
  private static final String PREFIX = "lockstep-step-";

  private StepThreadNames() {}

  static String of(String step) {
    return PREFIX + step;
  }

  /** The step that a thread executes, or null when it is none of ours. */
  public static @Nullable String step(String thread) {
    return thread.startsWith(PREFIX) ? thread.substring(PREFIX.length()) : null;
  }
}
