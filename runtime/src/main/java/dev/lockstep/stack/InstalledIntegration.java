package dev.lockstep.stack;

import java.util.List;

/**
 * An integration that was installed in a home, see {@link IntegrationRegistry}.
 *
 * @param name its name
 * @param artifact what was installed, as {@code group:artifact:version}
 * @param lockstep the version of Lockstep that installed it, and that it belongs to
 * @param installed when, in UTC, as ISO 8601 has it
 * @param flavors what it brings
 * @param jars what it is loaded from, its own one first; the source of each is its Maven
 *     coordinates and the repository that it came from
 */
public record InstalledIntegration(
    String name,
    String artifact,
    String lockstep,
    String installed,
    List<Provided> flavors,
    List<FlavorJar> jars) {
  /**
   * A flavor of an installed integration.
   *
   * @param type what its components are
   * @param name the flavor's name
   * @param className the {@link ComponentFlavor} that describes it
   */
  public record Provided(ComponentType type, String name, String className) {}

  public InstalledIntegration {
    flavors = List.copyOf(flavors);
    jars = List.copyOf(jars);
  }

  /** The version of its artifact. */
  public String version() {
    return artifact.substring(artifact.lastIndexOf(':') + 1);
  }

  /** The length of all its jars, in bytes. */
  public long size() {
    long size = 0;
    for (FlavorJar jar : jars) {
      size += jar.size();
    }
    return size;
  }
}
