package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sources of a user's own, compiled with the processor into folders and jars of a test. */
final class UserProject {
  private final Path folder;

  UserProject(Path folder) {
    this.folder = folder;
  }

  /** Writes a class, by its name in dotted form. */
  void source(String project, String className, String text) throws IOException {
    Path file = folder.resolve(project).resolve(className.replace('.', '/') + ".java");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  /** Compiles a project into a folder of classes. */
  Path compile(String project, Path... classPath) throws IOException {
    Path output = Files.createTempDirectory(folder, project + "-classes");
    List<String> entries = new ArrayList<>(testClassPath());
    for (Path entry : classPath) {
      entries.add(entry.toString());
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xlint:all,-path,-options,-processing",
                "-Werror",
                "-d",
                output.toString(),
                "-cp",
                String.join(File.pathSeparator, entries),
                "-processorpath",
                testClassPath().stream()
                    .filter(entry -> entry.contains("processor") || entry.contains("javapoet"))
                    .collect(Collectors.joining(File.pathSeparator))));
    try (Stream<Path> files = Files.walk(folder.resolve(project))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> arguments.add(file.toString()));
    }
    StringWriter said = new StringWriter();
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
    return output;
  }

  /** Packs a folder of classes. */
  Path jar(String name, Path classes) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(entry).toString().replace(File.separatorChar, '/')));
        Files.copy(entry, out);
      }
    }
    return jar;
  }

  private static List<String> testClassPath() {
    return List.of(
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1));
  }
}
