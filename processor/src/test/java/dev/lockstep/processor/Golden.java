package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * Files that hold what is expected; {@code -Dlockstep.regenerate=true} writes them anew.
 *
 * <p>Every folder below {@code src/test/resources/golden} is a case: sources as a user would write
 * them, and in {@code generated} what the processor makes of them.
 */
final class Golden {
  static final Path SOURCES = Path.of("src", "test", "resources");

  private static final Path CASES = SOURCES.resolve("golden");
  private static final String GENERATED = "generated";

  private Golden() {}

  static List<String> cases() {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources of a case, in a stable order. */
  static List<Path> sources(String name) {
    try (Stream<Path> files = Files.walk(CASES.resolve(name))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.startsWith(CASES.resolve(name).resolve(GENERATED)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> sources() {
    return cases().stream().flatMap(name -> sources(name).stream()).toList();
  }

  /** What is expected of a case, by the files' names. */
  static Map<String, String> expected(String name) {
    try (Stream<Path> files = Files.list(CASES.resolve(name).resolve(GENERATED))) {
      return new TreeMap<>(
          files.collect(
              Collectors.toMap(file -> String.valueOf(file.getFileName()), Golden::read)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> expected() {
    Map<String, String> all = new TreeMap<>();
    cases().forEach(name -> all.putAll(expected(name)));
    return all;
  }

  /** The descriptors among what is expected of a case. */
  static Map<String, String> descriptors(String name) {
    Map<String, String> files = expected(name);
    files.keySet().removeIf(file -> !file.endsWith(".json"));
    return files;
  }

  /**
   * The files that a compilation generated for its sources, by their names. The index of pipelines
   * is for the next compilation.
   */
  static Map<String, String> generated(Compilation compilation) {
    Map<String, String> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS
          && !file.getName().endsWith(PipelineIndex.FILE)) {
        String path = file.getName().replaceFirst("^/?[A-Z_]+/", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        content(file).ifPresent(text -> assertThat(files.put(name, text)).isNull());
      }
    }
    return files;
  }

  /** Writes what is expected of a case, when that was asked for. */
  static void regenerate(String name, Map<String, String> files) throws IOException {
    if (Boolean.getBoolean("lockstep.regenerate")) {
      Path folder = CASES.resolve(name).resolve(GENERATED);
      Files.createDirectories(folder);
      for (String old : expected(name).keySet()) {
        Files.delete(folder.resolve(old));
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
  }

  static void matches(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("lockstep.regenerate")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).as("content of " + file).isEqualTo(Files.readString(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked for and not there is listed among what was generated, too. */
  private static Optional<String> content(JavaFileObject file) {
    try {
      return Optional.of(file.getCharContent(false).toString());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
