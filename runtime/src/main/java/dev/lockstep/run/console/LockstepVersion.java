package dev.lockstep.run.console;

/** The version of this runtime, as its jar's manifest says. */
public final class LockstepVersion {
  private LockstepVersion() {}

  /** The version, or {@code development} when the classes do not come from a jar. */
  public static String current() {
    String version = LockstepVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
