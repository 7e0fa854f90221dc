package dev.lockstep.cli.project;

import dev.lockstep.home.FileTrees;
import dev.lockstep.stack.ProjectFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a project into a folder, and overwrites nothing. They are written aside and
 * then moved: a new folder appears whole or not at all; in one that is there already, the {@code
 * pom.xml} is moved last, and whoever is killed before that can simply repeat.
 */
final class ProjectWriter {
  private static final String POM = "pom.xml";
  private static final String STAGE = ".lockstep-init-";

  private final Path folder;
  private final Map<String, String> files;

  ProjectWriter(Path folder, Map<String, String> files) {
    this.folder = folder;
    this.files = files;
  }

  /** What stands in the way: relative paths of other content at the places of the files. */
  List<String> conflicts() throws IOException {
    List<String> conflicts = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String conflict = conflict(file.getKey(), file.getValue());
      if (conflict != null && !conflicts.contains(conflict)) {
        conflicts.add(conflict);
      }
    }
    return conflicts;
  }

  private @Nullable String conflict(String path, String content) throws IOException {
    // A file where a folder is needed is in the way, too.
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String parent = path.substring(0, slash);
      Path at = folder.resolve(parent);
      if (exists(at) && !Files.isDirectory(at)) {
        return parent;
      }
    }
    Path at = folder.resolve(path);
    if (!exists(at)) {
      return null;
    }
    boolean same =
        Files.isRegularFile(at)
            && Arrays.equals(Files.readAllBytes(at), content.getBytes(StandardCharsets.UTF_8));
    return same ? null : path;
  }

  /** Writes them, and the marker of a project. */
  void write() throws IOException {
    boolean fresh = !exists(folder);
    Path beside = fresh ? Objects.requireNonNull(folder.getParent(), "not the root") : folder;
    Files.createDirectories(beside);
    Path stage = Files.createTempDirectory(beside, STAGE);
    Thread cleaner = new Thread(() -> discard(stage), "init-cleaner");
    Runtime.getRuntime().addShutdownHook(cleaner);
    try {
      // A temporary folder is its owner's only; a project's has the usual permissions.
      Path content = Files.createDirectory(stage.resolve("project"));
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = content.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent(), "below the stage"));
        Files.writeString(path, file.getValue());
      }
      ProjectFile.in(content).init();
      if (fresh) {
        Files.move(content, folder, StandardCopyOption.ATOMIC_MOVE);
      } else {
        merge(content, folder);
      }
    } finally {
      Runtime.getRuntime().removeShutdownHook(cleaner);
      discard(stage);
    }
  }

  private static void merge(Path from, Path to) throws IOException {
    for (Path source : children(from)) {
      Path target = to.resolve(Objects.requireNonNull(source.getFileName(), "a child").toString());
      if (!exists(target)) {
        Files.move(source, target);
      } else if (Files.isDirectory(source)) {
        merge(source, target);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        children.add(child);
      }
    }
    children.sort(Comparator.comparing((Path child) -> child.endsWith(POM)).thenComparing(p -> p));
    return children;
  }

  private static void discard(Path stage) {
    try {
      if (exists(stage)) {
        FileTrees.delete(stage);
      }
    } catch (IOException e) {
      // It is told by its name, and does no harm.
      return;
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
