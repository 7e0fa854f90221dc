package dev.lockstep.stack;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The file {@code .lockstep/config.yaml} of a project, which holds the project's active stack. */
public final class ProjectFile {
  private final GuardedFile file;

  private ProjectFile(Path folder) {
    this.file = new GuardedFile(folder.resolve(LockstepHome.FOLDER).resolve("config.yaml"));
  }

  /** The project in this very folder, whether or not it was initialised; touches nothing. */
  public static ProjectFile in(Path folder) {
    return new ProjectFile(folder.toAbsolutePath().normalize());
  }

  /**
   * The project that a folder is in: the nearest one upwards that holds a folder {@code .lockstep}.
   * A home is no project, neither the given one nor the user's usual one.
   */
  public static Optional<ProjectFile> find(Path folder, LockstepHome home) {
    for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path marker = at.resolve(LockstepHome.FOLDER);
      if (Files.isDirectory(marker) && !isSame(marker, home.root()) && !isUsersHome(marker)) {
        return Optional.of(new ProjectFile(at));
      }
    }
    return Optional.empty();
  }

  private static boolean isUsersHome(Path marker) {
    // Both that HOME names and that on record: one may be borrowed, the other still has its state.
    return isIn(LockstepHome.userFolder(System.getenv()), marker)
        || isIn(LockstepHome.userFolder(Map.of()), marker);
  }

  private static boolean isIn(Optional<Path> user, Path marker) {
    return user.isPresent() && isSame(marker, user.get().resolve(LockstepHome.FOLDER).normalize());
  }

  /** Symbolic links give one folder several paths. */
  private static boolean isSame(Path marker, Path home) {
    try {
      return marker.equals(home) || Files.isSameFile(marker, home);
    } catch (IOException e) {
      // The marker is there, so it is the home that is not.
      return false;
    }
  }

  /** Where the file is or would be. */
  public Path path() {
    return file.path();
  }

  /**
   * The project's active stack, if it has one.
   *
   * @throws StackException naming file and line when the file is damaged
   */
  public Optional<String> activeStack() {
    Optional<byte[]> content = file.read();
    return content.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(read(content).text(ConfigurationFormat.ACTIVE_STACK));
  }

  /** Makes this folder a project, unless it is one. */
  public void init() {
    file.update(
        content ->
            content.isPresent()
                ? GuardedFile.Change.keep(true)
                : GuardedFile.Change.replace(write(Map.of()), true));
  }

  /** Makes a stack the project's active one; whether it exists is for the caller to check. */
  public void setActiveStack(String name) {
    file.update(
        content -> {
          Map<String, YamlNode> fields = new LinkedHashMap<>(read(content).entries());
          fields.put(ConfigurationFormat.ACTIVE_STACK, YamlScalar.of(name));
          return GuardedFile.Change.replace(write(fields), true);
        });
  }

  private YamlMapping read(Optional<byte[]> content) {
    try {
      if (content.isEmpty()) {
        return YamlMapping.of(Map.of());
      }
      YamlMapping fields = ConfigurationFormat.document(Yaml.text(content.get()));
      fields.text(ConfigurationFormat.ACTIVE_STACK);
      return fields;
    } catch (YamlFormatException e) {
      throw ConfigurationFile.malformed(file.path(), e);
    }
  }

  private static byte[] write(Map<String, YamlNode> fields) {
    Map<String, YamlNode> document = new LinkedHashMap<>();
    document.put(ConfigurationFormat.FORMAT, YamlScalar.of(1));
    document.putAll(fields);
    return ConfigurationFormat.text(document).getBytes(StandardCharsets.UTF_8);
  }
}
