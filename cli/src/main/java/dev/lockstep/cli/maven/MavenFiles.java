package dev.lockstep.cli.maven;

import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.home.LockstepHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the user's Maven has its configuration.
 *
 * @param userFolder {@code ~/.m2}: the user's settings, what decrypts them, and the local
 *     repository unless the settings name another one
 * @param userSettings the user's {@code settings.xml}, which may be absent
 * @param globalSettings that of the Maven on the {@code PATH}, or null when there is none
 */
public record MavenFiles(Path userFolder, Path userSettings, @Nullable Path globalSettings) {
  private static final String SETTINGS = "settings.xml";

  /**
   * Looks for the files.
   *
   * @param settings the user's settings when they are elsewhere, or null
   * @throws CommandException when there are none where they should be
   */
  public static MavenFiles of(Host host, @Nullable String settings) {
    Path home =
        LockstepHome.userFolder(host.environment())
            .orElseThrow(
                () ->
                    CommandException.backEnd(
                        "Your user has no home folder, so Maven's settings and local repository"
                            + " cannot be found.\n  Fix: set HOME to a folder of yours."));
    Path folder = home.resolve(".m2");
    return new MavenFiles(
        folder,
        settings == null ? folder.resolve(SETTINGS) : given(host, settings),
        global(host.environment()));
  }

  /** Whether Maven would find the user's settings by itself. */
  public boolean isUsual() {
    return userSettings.equals(userFolder.resolve(SETTINGS));
  }

  private static Path given(Host host, String settings) {
    try {
      Path file = host.path(settings).toAbsolutePath().normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      // There is none.
    }
    throw CommandException.usage(
        "There is no file '" + settings + "', which --settings names.\n  Fix: correct the path.");
  }

  /** {@code MAVEN_HOME} as its own scripts understand it, else where {@code mvn} really is. */
  private static @Nullable Path global(Map<String, String> environment) {
    String home = environment.get("MAVEN_HOME");
    if (home != null && !home.isBlank()) {
      return existing(Path.of(home));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path command = folder.isEmpty() ? null : Path.of(folder, "mvn");
      if (command != null && Files.isRegularFile(command) && Files.isExecutable(command)) {
        try {
          Path bin = command.toRealPath().getParent();
          return bin == null || bin.getParent() == null ? null : existing(bin.getParent());
        } catch (IOException e) {
          return null;
        }
      }
    }
    return null;
  }

  private static @Nullable Path existing(Path maven) {
    Path settings = maven.resolve("conf").resolve(SETTINGS);
    return Files.isRegularFile(settings) ? settings : null;
  }
}
