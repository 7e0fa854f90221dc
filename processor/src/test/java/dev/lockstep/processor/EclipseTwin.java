package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Compiles with Eclipse's compiler what javac has compiled, and compares: the messages of the
 * processor with their files and lines, and what is generated, to the byte.
 */
final class EclipseTwin {
  private static final Pattern HEADER_OF_RECORD = Pattern.compile("\\brecord\\s[^{};]*$");

  private EclipseTwin() {}

  static void agrees(Compilation javac, List<JavaFileObject> sources, List<File> classPath) {
    try {
      Path folder = Files.createTempDirectory("lockstep-ecj");
      try {
        compare(javac, sources, classPath, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(
      Compilation javac, List<JavaFileObject> sources, List<File> classPath, Path folder)
      throws IOException {
    List<File> files = new ArrayList<>();
    for (JavaFileObject source : sources) {
      Path file = folder.resolve("src").resolve(name(source));
      Files.createDirectories(file.resolve(".."));
      Files.writeString(file, source.getCharContent(false));
      files.add(file.toFile());
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path generated = Files.createDirectories(folder.resolve("generated"));
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(classes.toFile()));
      manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(generated.toFile()));
      manager.setLocation(StandardLocation.CLASS_PATH, classPath);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              manager,
              diagnostics,
              List.of("--release", "17", "-proceedOnError"),
              null,
              manager.getJavaFileObjectsFromFiles(files));
      task.setProcessors(Compiling.ours());
      task.call();
    }
    if (javac.errors().stream().anyMatch(error -> !isOurs(error))) {
      // Compilers see different things in what is no Java.
      assertThat(messages(diagnostics.getDiagnostics()))
          .as("messages on Eclipse's compiler")
          .noneMatch(message -> message.contains("LS999"));
      return;
    }
    assertThat(messages(diagnostics.getDiagnostics()))
        .as("messages on Eclipse's compiler")
        .containsExactlyElementsOf(messages(javac.diagnostics()));
    if (javac.status() == Compilation.Status.SUCCESS) {
      assertThat(diagnostics.getDiagnostics())
          .as("errors on Eclipse's compiler")
          .noneMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
      assertThat(contents(classes, generated))
          .as("files generated on Eclipse's compiler")
          .isEqualTo(contents(javac));
    }
  }

  /** What the processor said, and where; the compilers' own messages are their business. */
  private static List<String> messages(
      List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .filter(EclipseTwin::isOurs)
        .map(
            diagnostic ->
                diagnostic.getKind() + place(diagnostic) + " " + Compiling.text(diagnostic))
        .sorted()
        .toList();
  }

  /** Eclipse's compiler knows no place of a record or of its components. */
  private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getSource() == null || isInHeaderOfRecord(diagnostic)
        ? ""
        : " " + name(diagnostic.getSource()) + ":" + diagnostic.getLineNumber();
  }

  /** Whether a record's declaration has begun, at the place or before it, and its body has not. */
  private static boolean isInHeaderOfRecord(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      String text = diagnostic.getSource().getCharContent(true).toString();
      int place = Math.toIntExact(Math.max(0, diagnostic.getPosition()));
      return text.startsWith("record ", place)
          || HEADER_OF_RECORD.matcher(text.substring(0, place)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).startsWith("[LS");
  }

  private static Map<String, String> contents(Path... folders) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString();
          if (!name.endsWith(".class")) {
            contents.put(name, Files.readString(file));
          }
        }
      }
    }
    return contents;
  }

  private static Map<String, String> contents(Compilation javac) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (JavaFileObject file : javac.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        try {
          contents.put(
              file.getName().replaceFirst("^/?(CLASS|SOURCE)_OUTPUT/", ""),
              file.getCharContent(false).toString());
        } catch (FileNotFoundException e) {
          // Somebody looked whether it is there, and it is not.
        }
      }
    }
    return contents;
  }

  /** Where a file lies below its root. */
  private static String name(JavaFileObject file) {
    String name = file.getName().replace(File.separatorChar, '/');
    int source = name.indexOf("/src/");
    return (source < 0 ? name : name.substring(source + "/src/".length())).replaceFirst("^/", "");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
