package dev.lockstep.run.console;

import dev.lockstep.text.RuntimeVersion;

/** The version of this runtime, as its module or its jar's manifest says. */
public final class LockstepVersion {
  private LockstepVersion() {}

  /** The version, or {@code development} when the classes do not come from a jar. */
  public static String current() {
    return RuntimeVersion.current();
  }
}
