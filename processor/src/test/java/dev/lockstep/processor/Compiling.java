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
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

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

  private static final String CLASS_OUTPUT = "/CLASS_OUTPUT/";

  /**
   * Whether everything that tests compile is compiled by Eclipse's compiler, too, and has to come
   * out the same.
   */
  private static final boolean ECLIPSE = Boolean.getBoolean("lockstep.ecj");

  private final List<JavaFileObject> files = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private List<File> classPath = ClassPath.entries();
  private boolean onJavacAlone;
  private boolean onBoth;
  private final List<String> options = new ArrayList<>();

  /** A file whose name is that of the first type in it. */
  static Compiling source(String text) {
    return new Compiling().and(text);
  }

  /** Files that are there already. */
  static Compiling files(List<JavaFileObject> files) {
    Compiling compiling = new Compiling();
    compiling.files.addAll(files);
    return compiling;
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
      import dev.lockstep.metadata.*;
      import dev.lockstep.orchestrator.*;
      import dev.lockstep.run.*;
      import dev.lockstep.secret.*;
      import dev.lockstep.stack.*;
      import java.io.*;
      import java.net.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;

      """;

  /** Types that pipelines of tests wire, each in a file of its own. */
  static final List<String> TYPES =
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

  /** Adds class files to what can be seen, compiled without the processor. */
  Compiling withLibrary(Path folder, String text, String... more) {
    return withLibrary(
        folder,
        JavaFileObjects.forSourceString(name(text), text),
        Stream.concat(Stream.of("-proc:none"), Stream.of(more)).toArray(String[]::new));
  }

  /** Adds class files to what can be seen, before everything else. */
  Compiling withLibrary(Path folder, JavaFileObject source, String... more) {
    Compilation library =
        Compiler.javac().withProcessors(ours()).withOptions(List.of(more)).compile(source);
    assertThat(library.errors()).isEmpty();
    for (JavaFileObject file : library.generatedFiles()) {
      if (!file.getName().startsWith(CLASS_OUTPUT)) {
        continue;
      }
      Path target = folder.resolve(file.getName().substring(CLASS_OUTPUT.length()));
      try (InputStream in = file.openInputStream()) {
        Files.createDirectories(target.resolve(".."));
        Files.copy(in, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    List<File> all = new ArrayList<>(List.of(folder.toFile()));
    all.addAll(ClassPath.entries());
    classPath = all;
    return this;
  }

  /** Compiles by Eclipse's compiler, too; what comes out has to be the same. */
  Compiling onBoth() {
    onBoth = true;
    return this;
  }

  /** Says that there is nothing to compare with Eclipse's compiler. */
  Compiling onJavacAlone() {
    onJavacAlone = true;
    return this;
  }

  Compiling withProcessors(Processor... more) {
    processors.addAll(List.of(more));
    return this;
  }

  Compilation compile() {
    return compileWith(ours());
  }

  /** Compiles with something in the processors' place. */
  Compilation compileWith(List<Processor> ours) {
    boolean twin = (ECLIPSE && !onJavacAlone && processors.isEmpty()) || onBoth;
    processors.addAll(ours);
    Compilation compilation =
        Compiler.javac()
            .withProcessors(processors)
            .withOptions(options)
            .withClasspath(classPath)
            .compile(files);
    if (twin) {
      EclipseTwin.agrees(compilation, files, classPath);
    }
    return compilation;
  }

  /** The processors in the order in which compilers find them. */
  static List<Processor> ours() {
    return List.of(new LockstepProcessor(), new AggregatingProcessor(), new ClaimingProcessor());
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
   * What a compiler says, and where.
   *
   * @param message how its text begins
   * @param at how the source goes on from there; it occurs nowhere else in the compilation
   */
  record Expected(String message, String at) {}

  static Expected expected(String message, String at) {
    return new Expected(message, at);
  }

  /**
   * Fails with one error, and says nothing else.
   *
   * @param message how its text begins
   * @param at how the source goes on from where it stands; it occurs nowhere else
   * @return the error's text
   */
  String fails(String message, String at) {
    return failsWith(expected(message, at)).get(0);
  }

  /** Fails with just these errors and warnings, in the order in which they are printed. */
  List<String> failsWith(Expected... expected) {
    Compilation compilation = compile();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    return check(compilation, expected);
  }

  /** Succeeds with one warning, and says nothing else. */
  String warns(String message, String at) {
    return warnsWith(expected(message, at)).get(0);
  }

  /** Succeeds with just these warnings, in the order in which they are printed. */
  List<String> warnsWith(Expected... expected) {
    Compilation compilation = compile();
    assertThat(compilation.errors()).isEmpty();
    return check(compilation, expected);
  }

  private List<String> check(Compilation compilation, Expected... expected) {
    assertThat(compilation.diagnostics()).as("all that is said").hasSameSizeAs(expected);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < expected.length; i++) {
      texts.add(check(compilation.diagnostics().get(i), expected[i]));
    }
    return texts;
  }

  /** The message without javac's own indentation. */
  static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT).replaceAll("\n +", "\n  ");
  }

  private String check(Diagnostic<? extends JavaFileObject> diagnostic, Expected expected) {
    String text = text(diagnostic);
    assertThat(text).startsWith(expected.message());
    JavaFileObject file = diagnostic.getSource();
    assertThat(file).as("file of: " + text).isNotNull();
    String source = contents(file);
    int position = (int) diagnostic.getPosition();
    assertThat(source.substring(position)).as("place of: " + text).startsWith(expected.at());
    assertThat(files.stream().mapToInt(each -> count(body(each), expected.at())).sum())
        .as("places of '" + expected.at() + "', which should tell one from all others")
        .isEqualTo(1);
    String before = source.substring(0, position);
    assertThat(diagnostic.getLineNumber())
        .as("line of: " + text)
        .isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
    assertThat(diagnostic.getColumnNumber())
        .as("column of: " + text)
        .isEqualTo(position - before.lastIndexOf('\n'));
    return text;
  }

  /** A file's text without what all have in common. */
  private static String body(JavaFileObject file) {
    String text = contents(file);
    return text.startsWith(IMPORTS) ? text.substring(IMPORTS.length()) : text;
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
      count++;
    }
    return count;
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
