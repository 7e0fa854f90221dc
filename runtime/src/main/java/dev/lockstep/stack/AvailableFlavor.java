package dev.lockstep.stack;

import java.net.URL;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/**
 * A flavor, and where it comes from.
 *
 * @param name its name; a question mark when it cannot even be asked for it
 * @param origin by which way it is found
 * @param className the {@link ComponentFlavor} that describes it; empty when that is not known
 * @param place the jar or folder that it comes from; empty when that is not known or it is built in
 * @param flavor the flavor itself, or null when it cannot be used
 * @param problem why it cannot be used, and how to mend it; else empty
 */
public record AvailableFlavor(
    String name,
    Origin origin,
    String className,
    String place,
    @Nullable ComponentFlavor<?> flavor,
    String problem) {
  private static final String UNKNOWN = "?";

  /** By which way flavors are found. */
  public enum Origin {
    /** In the runtime itself. */
    BUILT_IN("built in"),
    /** On the class path. */
    CLASS_PATH("class path"),
    /** In a jar that was registered in the home. */
    REGISTERED("registered jar");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** The origin in words. */
    public String label() {
      return label;
    }
  }

  static AvailableFlavor usable(Origin origin, ComponentFlavor<?> flavor) {
    String place = origin == Origin.BUILT_IN ? "" : place(flavor.getClass());
    return new AvailableFlavor(
        flavor.name(), origin, flavor.getClass().getName(), place, flavor, "");
  }

  /** One that the class path names, and that cannot even say what it is called. */
  static AvailableFlavor broken(String problem) {
    return new AvailableFlavor(UNKNOWN, Origin.CLASS_PATH, "", "", null, problem);
  }

  static AvailableFlavor registered(
      RegisteredFlavor registered, @Nullable ComponentFlavor<?> flavor, String problem) {
    return new AvailableFlavor(
        registered.name(),
        Origin.REGISTERED,
        registered.className(),
        registered.jars().get(0).source(),
        flavor,
        problem);
  }

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null
        ? ""
        : location.getProtocol().equals("file") ? location.getPath() : location.toString();
  }
}
