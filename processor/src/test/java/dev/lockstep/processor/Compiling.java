package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * A compilation with the processor, and what to say about it.
 *
 * <pre>{@code
 * Compiling.source("shop.Churn", "...")
 *     .fails("[LS012] Step 'train' needs a 'Features'", "Features features");
 * }</pre>
 */
final class Compiling {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|enum|record) (\\p{javaJavaIdentifierPart}+)");

  private final List<JavaFileObject> files = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private @Nullable List<File> classPath;
  private final List<String> options = new ArrayList<>();

  /** A file whose name is that of the first type in it. */
  static Compiling source(String text) {
    return new Compiling().and(text);
  }

  /** The body of a class {@code shop.Churn} with the usual imports, marked as pipeline. */
  static Compiling pipeline(String body) {
    return pipeline("@Pipeline", body);
  }

  /** The same under another annotation. */
  static Compiling pipeline(String annotation, String body) {
    Compiling compiling =
        source(IMPORTS + annotation + "\npublic class Churn {\n" + body + "\n}\n");
    TYPES.forEach(type -> compiling.and(IMPORTS + type));
    return compiling;
  }

  /** What sources of tests may use without importing it. */
  static final String IMPORTS =
      """
      package shop;

      import dev.lockstep.*;
      import dev.lockstep.artifact.*;
      import dev.lockstep.run.*;
      import dev.lockstep.secret.*;
      import java.io.*;
      import java.net.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;

      """;

  /** Types that pipelines of tests wire, each in a file of its own. */
  private static final List<String> TYPES =
      List.of(
          "record Customer(String name) {}",
          "record Model(double weight) {}",
          "record Matrix(double[] values) {}",
          "record Features(double[] values) {}",
          "record Split(Matrix train, Matrix test) {}",
          """
          @SecretSchema("warehouse")
          interface Warehouse {
            URI url();
            SecretValue password();
          }
          """);

  Compiling and(String text) {
    files.add(JavaFileObjects.forSourceString(name(text), text));
    return this;
  }

  /** Files below a folder, with their names. */
  static Compiling files(Path root, List<Path> paths) {
    Compiling compiling = new Compiling();
    paths.forEach(path -> compiling.and(className(root, path), Golden.read(path)));
    return compiling;
  }

  /** The class that a file below a folder has to hold. */
  static String className(Path root, Path path) {
    return root.relativize(path)
        .toString()
        .replace(File.separatorChar, '.')
        .replaceFirst("[.]java$", "");
  }

  Compiling and(String className, String text) {
    files.add(JavaFileObjects.forSourceString(className, text));
    return this;
  }

  Compiling with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Leaves nothing but the annotations and the JDK to be seen. */
  Compiling withoutRuntime() {
    classPath = List.of(location(dev.lockstep.Pipeline.class));
    return this;
  }

  /** Adds a class file to what can be seen, compiled without the processor. */
  Compiling withLibrary(Path folder, String text, String... more) {
    Compilation library =
        Compiler.javac()
            .withOptions(Stream.concat(Stream.of("-proc:none"), Stream.of(more)).toList())
            .compile(JavaFileObjects.forSourceString(name(text), text));
    assertThat(library.errors()).isEmpty();
    for (JavaFileObject file : library.generatedFiles()) {
      Path target = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
      try (InputStream in = file.openInputStream()) {
        Files.createDirectories(target.resolve(".."));
        Files.copy(in, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    List<File> all = new ArrayList<>(List.of(folder.toFile()));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .forEach(all::add);
    classPath = all;
    return this;
  }

  Compiling withProcessors(Processor... more) {
    processors.addAll(List.of(more));
    return this;
  }

  Compilation compile() {
    return compileWith(new LockstepProcessor());
  }

  /** Compiles with something in the processor's place. */
  Compilation compileWith(Processor processor) {
    processors.add(processor);
    Compiler compiler = Compiler.javac().withProcessors(processors).withOptions(options);
    if (classPath != null) {
      compiler = compiler.withClasspath(classPath);
    }
    return compiler.compile(files);
  }

  private static File location(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compiles without any warning, every lint switched on. */
  Compilation passes() {
    options.addAll(List.of("-Xlint:all", "-Werror"));
    Compilation compilation = compile();
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return compilation;
  }

  /**
   * Fails with one error.
   *
   * @param message how its text begins
   * @param at the text in the source where it is; the first occurrence counts
   * @return the error's text
   */
  String fails(String message, String at) {
    List<Diagnostic<? extends JavaFileObject>> errors = errors();
    assertThat(errors).as("errors").hasSize(1);
    return check(errors.get(0), message, at);
  }

  /** Fails with as many errors as messages, in the order of the source. */
  void failsWith(String... messages) {
    List<String> texts = errors().stream().map(Compiling::text).toList();
    assertThat(texts).hasSameSizeAs(messages);
    for (int i = 0; i < messages.length; i++) {
      assertThat(texts.get(i)).startsWith(messages[i]);
    }
  }

  /** Succeeds with one warning. */
  String warns(String message, String at) {
    Compilation compilation = compile();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).as("warnings").hasSize(1);
    return check(compilation.warnings().get(0), message, at);
  }

  private List<Diagnostic<? extends JavaFileObject>> errors() {
    return compile().errors().stream()
        .sorted(Comparator.comparing(Diagnostic::getPosition))
        .toList();
  }

  /** The message without javac's own indentation. */
  private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).replaceAll("\n +", "\n  ");
  }

  private String check(Diagnostic<? extends JavaFileObject> diagnostic, String message, String at) {
    String text = text(diagnostic);
    assertThat(text).startsWith(message);
    JavaFileObject file = diagnostic.getSource();
    assertThat(file).as("file of: " + text).isNotNull();
    String source = contents(file);
    int expected = source.indexOf(at);
    assertThat(expected).as("place of: " + at).isNotNegative();
    int start = (int) diagnostic.getStartPosition();
    int end = (int) Math.max(diagnostic.getEndPosition(), diagnostic.getPosition() + at.length());
    assertThat(source.substring(start, Math.min(source.length(), end)))
        .as("place of: " + text)
        .contains(at);
    long line =
        source.substring(0, (int) diagnostic.getPosition()).chars().filter(c -> c == '\n').count();
    assertThat(diagnostic.getLineNumber()).as("line of: " + text).isEqualTo(line + 1);
    return text;
  }

  /** The text of a generated file. */
  static String generated(Compilation compilation, String path) {
    return compilation
        .generatedFile(StandardLocation.SOURCE_OUTPUT, path)
        .or(() -> compilation.generatedFile(StandardLocation.CLASS_OUTPUT, path))
        .map(Compiling::contents)
        .orElseThrow(
            () ->
                new AssertionError(
                    "not generated: " + path + " of " + compilation.generatedFiles()));
  }

  private static String contents(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String text) {
    Matcher packageName = PACKAGE.matcher(text);
    String prefix = packageName.find() ? packageName.group(1) + "." : "";
    Matcher type = TYPE.matcher(text);
    return prefix + (type.find() ? type.group(1) : "Unnamed");
  }
}
