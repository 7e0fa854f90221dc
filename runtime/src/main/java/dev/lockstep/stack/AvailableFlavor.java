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
 * @param place the jar or folder that it comes from, or the artifact of an installed integration;
 *     empty when that is not known or it is built in
 * @param integration the integration that brings it; empty when none does
 * @param description one sentence; empty when that is not known
 * @param problem why it cannot be used, and how to mend it; else empty
 */
public record AvailableFlavor(
    String name,
    Origin origin,
    String className,
    String place,
    String integration,
    String description,
    String problem) {
  private static final String UNKNOWN = "?";

  /** By which way flavors are found. */
  public enum Origin {
    /** In the runtime itself. */
    BUILT_IN("built in"),
    /** On the class path. */
    CLASS_PATH("class path"),
    /** In an integration, which is installed in the home or not yet. */
    INTEGRATION("integration"),
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

  /** Whether it can be used as things are. */
  public boolean ready() {
    return problem.isEmpty();
  }

  /** Where it comes from in words: {@code built in}, or {@code integration aws}. */
  public String from() {
    return integration.isEmpty() ? origin.label() : origin.label() + " " + integration;
  }

  static AvailableFlavor usable(Origin origin, ComponentFlavor<?> flavor) {
    String place = origin == Origin.BUILT_IN ? "" : place(flavor.getClass());
    return new AvailableFlavor(
        flavor.name(), origin, flavor.getClass().getName(), place, "", flavor.description(), "");
  }

  /** One that the class path names, and that cannot even say what it is called. */
  static AvailableFlavor broken(String problem) {
    return new AvailableFlavor(UNKNOWN, Origin.CLASS_PATH, "", "", "", "", problem);
  }

  /**
   * One of an integration.
   *
   * @param installed what is installed of it, or null
   */
  static AvailableFlavor ofIntegration(
      Integration integration,
      Integration.Brought brought,
      @Nullable InstalledIntegration installed,
      String problem) {
    String className = "";
    if (installed != null) {
      for (InstalledIntegration.Provided provided : installed.flavors()) {
        if (provided.type() == brought.type() && provided.name().equals(brought.name())) {
          className = provided.className();
        }
      }
    }
    return new AvailableFlavor(
        brought.name(),
        Origin.INTEGRATION,
        className,
        installed == null ? "" : installed.artifact(),
        integration.name(),
        brought.description(),
        problem);
  }

  static AvailableFlavor registered(
      RegisteredFlavor registered, String description, String problem) {
    return new AvailableFlavor(
        registered.name(),
        Origin.REGISTERED,
        registered.className(),
        registered.jars().get(0).source(),
        "",
        description,
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
