package dev.lockstep.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that holds a user's state. Naming its parts creates nothing: a folder comes to be when
 * something is written into it, readable by its owner only.
 *
 * @param root the folder itself, absolute
 */
public record LockstepHome(Path root) {
  /** The variable that names the folder. */
  public static final String VARIABLE = "LOCKSTEP_HOME";

  /** The folder's name in the user's home, and that of a project's folder. */
  public static final String FOLDER = ".lockstep";

  public LockstepHome {
    root = root.toAbsolutePath().normalize();
  }

  /** {@code LOCKSTEP_HOME}, else {@code .lockstep} in the {@linkplain #userFolder user's home}. */
  public static LockstepHome of(Map<String, String> environment) {
    String configured = environment.get(VARIABLE);
    if (configured != null && !configured.isBlank()) {
      return new LockstepHome(Path.of(configured));
    }
    Path user =
        userFolder(environment)
            .orElseThrow(
                () ->
                    new HomeException(
                        "Your user has no home folder. Fix: set LOCKSTEP_HOME to a folder that"
                            + " only you can read."));
    return new LockstepHome(user.resolve(FOLDER));
  }

  /**
   * The user's home: the variable {@code HOME} when it is an absolute path, as for every other
   * tool, else what the operating system has on record; empty when neither tells.
   */
  public static Optional<Path> userFolder(Map<String, String> environment) {
    String variable = environment.get("HOME");
    if (variable != null && !variable.isBlank() && Path.of(variable).isAbsolute()) {
      return Optional.of(Path.of(variable));
    }
    String recorded = System.getProperty("user.home");
    // The JVM says "?" for a user without an entry, as in many containers.
    return recorded == null || recorded.isBlank() || recorded.equals("?")
        ? Optional.empty()
        : Optional.of(Path.of(recorded).toAbsolutePath());
  }

  /** Components, stacks and the active stack. */
  public Path configFile() {
    return root.resolve("config.yaml");
  }

  /** What local secrets managers store. */
  public Path secretsFolder() {
    return root.resolve("secrets");
  }

  /** What local artifact stores store. */
  public Path artifactsFolder() {
    return root.resolve("artifacts");
  }

  /** The journals of local metadata stores. */
  public Path runsFolder() {
    return root.resolve("runs");
  }

  /** What was added to this home: integrations, and the jars of registered flavors. */
  public Path integrationsFolder() {
    return root.resolve("integrations");
  }
}
