package dev.lockstep.cli.example;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An example.
 *
 * @param folder its Maven module
 * @param description what it shows
 */
record Example(Path folder, String description) {
  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** What the build makes of it, if it has been built. */
  Optional<Path> jar() throws IOException {
    Path target = folder.resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "lockstep-example-*.jar")) {
      Iterator<Path> found = jars.iterator();
      return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    }
  }

  /** Whether there is no jar, or a source or Lockstep itself is newer than it. */
  boolean needsBuild(FileTime lockstepBuilt) throws IOException {
    Path jar = jar().orElse(null);
    if (jar == null) {
      return true;
    }
    FileTime built = Files.getLastModifiedTime(jar);
    return built.compareTo(lockstepBuilt) < 0 || newest().compareTo(built) > 0;
  }

  /** Maven leaves a jar alone in which nothing changed: it would count as old for ever. */
  void markBuilt() throws IOException {
    Path jar = jar().orElse(null);
    if (jar != null) {
      Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    }
  }

  private FileTime newest() throws IOException {
    FileTime newest = Files.getLastModifiedTime(folder.resolve("pom.xml"));
    try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
      for (Path source : (Iterable<Path>) sources::iterator) {
        FileTime changed = Files.getLastModifiedTime(source);
        newest = changed.compareTo(newest) > 0 ? changed : newest;
      }
    }
    return newest;
  }
}
