package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A project on disk that is compiled again and again, as a whole or in parts. */
final class Build {
  /** Compilers that users have. */
  enum Tool {
    JAVAC {
      @Override
      JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
      }
    },
    ECLIPSE {
      @Override
      JavaCompiler compiler() {
        return new EclipseCompiler();
      }
    };

    abstract JavaCompiler compiler();
  }

  private final Path folder;
  private final Tool tool;
  private final List<String> options;
  private final List<String> said = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  Build(Path folder, Tool tool, String... options) {
    this.folder = folder;
    this.tool = tool;
    this.options = List.of(options);
  }

  Build write(String className, String text) throws IOException {
    Path file = source(className);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  private Path source(String className) {
    return folder.resolve("src").resolve(className.replace('.', '/') + ".java");
  }

  private Path generated() {
    return folder.resolve("generated");
  }

  /** Compiles some classes, the others being class files of earlier compilations. */
  Build compile(String... classNames) throws IOException {
    return compile(Compiling.ours(), List.of(), List.of(classNames));
  }

  /**
   * Compiles.
   *
   * @param processed classes that are class files and are processed all the same
   */
  Build compile(
      List<? extends Processor> processors,
      Collection<String> processed,
      Collection<String> classNames)
      throws IOException {
    said.clear();
    places.clear();
    Files.createDirectories(classes());
    Files.createDirectories(generated());
    JavaCompiler compiler = tool.compiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes().toFile()));
      manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated().toFile()));
      List<File> classPath = new ArrayList<>(List.of(classes().toFile()));
      classPath.addAll(ClassPath.entries());
      manager.setLocation(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              options,
              processed.isEmpty() ? null : processed,
              manager.getJavaFileObjectsFromFiles(
                  classNames.stream().map(name -> source(name).toFile()).toList()));
      task.setProcessors(processors);
      task.call();
    }
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      String text = Compiling.text(diagnostic);
      if (tool == Tool.JAVAC
          || text.startsWith("[LS")
          || diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        said.add(text);
        JavaFileObject file = diagnostic.getSource();
        places.add(
            file == null
                ? ""
                : Path.of(file.getName()).getFileName()
                    + ":"
                    + diagnostic.getLineNumber()
                    + ":"
                    + diagnostic.getColumnNumber());
      }
    }
    return this;
  }

  /** What the last compilation said. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** Where it said each of that: file, line and column. */
  List<String> places() {
    return List.copyOf(places);
  }

  Build silently() {
    assertThat(said).isEmpty();
    return this;
  }

  /** Deletes what lies in the outputs under a path without its ending. */
  void delete(String path) throws IOException {
    for (Path root : List.of(classes(), generated())) {
      for (String ending : List.of("", ".class", ".java")) {
        Files.deleteIfExists(root.resolve(path + ending));
      }
    }
  }

  /** All that was generated, by its path. */
  Map<String, String> outputs() throws IOException {
    Map<String, String> outputs = new TreeMap<>();
    for (Path root : List.of(classes(), generated())) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = root.relativize(file).toString();
          outputs.put(
              name,
              name.endsWith(".class") ? "class" : Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return outputs;
  }
}
