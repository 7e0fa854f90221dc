package dev.lockstep.benchmark.mistakes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A processor to which the mistakes are given.
 *
 * @param title its name
 * @param probes the folder with what is given to it
 * @param classPath what its users compile against
 * @param processorPath what its users give to the compiler
 */
record Peer(
    String title, String version, Path probes, List<Path> classPath, List<Path> processorPath) {

  /**
   * Reads what the build wrote for one of {@code benchmarks/contenders}.
   *
   * @param home the folder {@code benchmarks}
   */
  static Peer of(Path home, String title, String folder, String contender) {
    Path target = home.resolve("contenders").resolve(contender).resolve("target");
    return new Peer(
        title,
        line(target.resolve("version.txt")),
        home.resolve("mistakes").resolve(folder),
        path(target.resolve("class-path.txt")),
        path(target.resolve("processor-path.txt")));
  }

  private static List<Path> path(Path file) {
    return Stream.of(line(file).split(File.pathSeparator)).map(Path::of).toList();
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("build the contenders first, with benchmarks/mistakes/run", e);
    }
  }
}
