package dev.lockstep.text;

import java.lang.module.ModuleDescriptor;

/** The version of this runtime, as its module or its jar's manifest says. */
public final class RuntimeVersion {
  private static final String UNKNOWN = "development";

  private RuntimeVersion() {}

  /** Whether the version is known. */
  public static boolean isKnown() {
    return !current().equals(UNKNOWN);
  }

  /** The version, or {@code development} when the classes do not come from a jar. */
  public static String current() {
    // In a named module, nothing is known of the manifest.
    ModuleDescriptor module = RuntimeVersion.class.getModule().getDescriptor();
    String version =
        module == null
            ? RuntimeVersion.class.getPackage().getImplementationVersion()
            : module.rawVersion().orElse(null);
    return version == null ? UNKNOWN : version;
  }
}
