package dev.lockstep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A processor that is measured: what the build wrote down about its project. */
record Contender(String version, String classPath, String processorPath) {
  private static final Path PROJECTS = Path.of("benchmarks", "contenders");

  /** Reads the project of a contender; several inputs may be for one. */
  static Contender of(String name) throws IOException {
    String folder = name.startsWith("lockstep") ? "lockstep" : name;
    Path target = PROJECTS.resolve(folder).resolve("target");
    return new Contender(
        Files.readString(target.resolve("version.txt")).strip(),
        Files.readString(target.resolve("class-path.txt")).strip(),
        Files.readString(target.resolve("processor-path.txt")).strip());
  }
}
