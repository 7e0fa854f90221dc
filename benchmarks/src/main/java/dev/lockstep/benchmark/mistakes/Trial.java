package dev.lockstep.benchmark.mistakes;

import dev.lockstep.benchmark.mistakes.Outcome.Kind;
import dev.lockstep.benchmark.mistakes.Probe.Source;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a probe with a peer's processor and, when that is content, runs its class Run. */
final class Trial {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Places places = new Places(compiler);

  Outcome of(Peer peer, Probe probe) throws IOException {
    Path folder = Files.createTempDirectory("mistake");
    try {
      return of(peer, probe, folder);
    } finally {
      delete(folder);
    }
  }

  private Outcome of(Peer peer, Probe probe, Path folder) throws IOException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<Path> classPath = probe.keep(peer.classPath());
    List<String> options = new ArrayList<>(List.of("-d", folder.toString(), "-parameters"));
    options.addAll(List.of("-classpath", joined(classPath)));
    options.addAll(List.of("-processorpath", joined(peer.processorPath())));
    options.addAll(probe.options());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, null, null)) {
      StringWriter output = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(output, files, said, options, null, probe.sources());
      boolean fine;
      try {
        fine = task.call();
      } catch (RuntimeException e) {
        // How javac hands on what a processor throws.
        return new Outcome(Kind.CRASH, "", String.valueOf(e.getCause()));
      }
      List<Diagnostic<? extends JavaFileObject>> all = said.getDiagnostics();
      return fine ? succeeded(all, classPath, folder) : failed(all, output.toString());
    }
  }

  private Outcome failed(List<Diagnostic<? extends JavaFileObject>> all, String output)
      throws IOException {
    List<Diagnostic<? extends JavaFileObject>> errors =
        all.stream().filter(each -> each.getKind() == Diagnostic.Kind.ERROR).toList();
    Optional<Diagnostic<? extends JavaFileObject>> own = best(errors, ".proc.");
    if (own.isPresent()) {
      return placed(own.get(), Kind.ERROR, Kind.MISPLACED);
    }
    if (errors.isEmpty()) {
      throw new IOException("the compiler failed without an error: " + output);
    }
    Diagnostic<? extends JavaFileObject> first = errors.get(0);
    boolean written = first.getSource() instanceof Source;
    return new Outcome(written ? Kind.JAVAC : Kind.GENERATED, "", text(first));
  }

  private Outcome succeeded(
      List<Diagnostic<? extends JavaFileObject>> all, List<Path> classPath, Path folder)
      throws IOException {
    List<Diagnostic<? extends JavaFileObject>> warnings =
        all.stream()
            .filter(
                each ->
                    each.getKind() == Diagnostic.Kind.WARNING
                        || each.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
            .toList();
    Optional<Diagnostic<? extends JavaFileObject>> own = best(warnings, ".proc.messager");
    if (own.isPresent()) {
      return placed(own.get(), Kind.WARNING, Kind.MISPLACED_WARNING);
    }
    return Files.exists(folder.resolve("probe/Run.class"))
        ? run(classPath, folder)
        : new Outcome(Kind.NOT_CAUGHT, "", "");
  }

  /** The message of a processor that is in the right place, or else its first one. */
  private static Optional<Diagnostic<? extends JavaFileObject>> best(
      List<Diagnostic<? extends JavaFileObject>> all, String code) {
    return all.stream()
        .filter(each -> String.valueOf(each.getCode()).contains(code))
        .min(Comparator.comparing(each -> !isMarked(each)));
  }

  private static boolean isMarked(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getSource() instanceof Source source
        && source.marked().contains(diagnostic.getLineNumber());
  }

  private Outcome placed(Diagnostic<? extends JavaFileObject> said, Kind right, Kind elsewhere)
      throws IOException {
    if (text(said).contains("\tat ")) {
      return new Outcome(Kind.CRASH, "", text(said));
    }
    if (said.getSource() == null) {
      return new Outcome(elsewhere, "without a place", text(said));
    }
    if (!(said.getSource() instanceof Source)) {
      return new Outcome(elsewhere, "in generated code", text(said));
    }
    String word = places.at(said.getSource(), said.getPosition());
    return isMarked(said)
        ? new Outcome(right, word, text(said))
        : new Outcome(elsewhere, "at the " + word, text(said));
  }

  private static Outcome run(List<Path> classPath, Path folder) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path path : Stream.concat(Stream.of(folder), classPath.stream()).toList()) {
      urls.add(path.toUri().toURL());
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    PrintStream err = System.err;
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      System.setErr(new PrintStream(OutputStream.nullOutputStream()));
      loader.loadClass("probe.Run").getMethod("main").invoke(null);
      return new Outcome(Kind.NOT_CAUGHT, "", "");
    } catch (InvocationTargetException e) {
      return new Outcome(Kind.RUN_TIME, "", String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IOException("a probe's Run has no public static void main()", e);
    } finally {
      System.setErr(err);
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static String text(Diagnostic<?> diagnostic) {
    return diagnostic.getMessage(Locale.ROOT);
  }

  private static String joined(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
