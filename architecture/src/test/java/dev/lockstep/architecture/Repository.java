package dev.lockstep.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The repository that is built: its modules' project files and compiled classes. */
final class Repository {
  /** Surefire runs a module's tests in the module's folder. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Repository() {}

  /** The project file in a folder; {@code ""} is the root. */
  static Pom pom(String folder) {
    return Pom.read(ROOT.resolve(folder).resolve("pom.xml"), folder);
  }

  static boolean hasPom(String folder) {
    return Files.exists(ROOT.resolve(folder).resolve("pom.xml"));
  }

  /** The BOM's project file as its users get it. */
  static Pom publishedBom() {
    return Pom.read(ROOT.resolve("bom/target/published-pom.xml"), "bom");
  }

  /** Every project of the build but the root itself. */
  static List<Pom> poms() {
    return below(pom("")).toList();
  }

  private static Stream<Pom> below(Pom parent) {
    return parent.modules().stream()
        .map(name -> pom(parent.folder().isEmpty() ? name : parent.folder() + "/" + name))
        .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
  }

  /**
   * What people read: the pages in {@code docs}, and those at the root and in a module's folder.
   */
  static Stream<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> others = Files.walk(ROOT, 3)) {
      return Stream.concat(docs, others)
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .distinct()
          .toList()
          .stream();
    }
  }

  /**
   * The compiled classes of all modules in {@link Module#ALL}. They are read from the modules'
   * folders instead of the class path, where a class does not tell which module it is of.
   */
  static JavaClasses classes() {
    return new ClassFileImporter()
        .importPaths(
            Module.ALL.stream()
                .filter(Repository::hasCode)
                .map(module -> compiled(module.folder()))
                .toList());
  }

  /** The folder of the module that a class is of; empty for a class from elsewhere. */
  static Optional<String> moduleOf(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri())
        .flatMap(
            location ->
                Module.ALL.stream()
                    .map(Module::folder)
                    .filter(
                        folder ->
                            location.toString().startsWith(compiled(folder).toUri().toString()))
                    .findFirst());
  }

  private static boolean hasCode(Module module) {
    Path sources = ROOT.resolve(module.folder()).resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return false;
    }
    // A module that was not compiled would pass every rule.
    try (Stream<Path> files = Files.walk(sources)) {
      boolean code = files.anyMatch(file -> file.toString().endsWith(".java"));
      if (code && !Files.isDirectory(compiled(module.folder()))) {
        throw new IllegalStateException(
            compiled(module.folder()) + " is missing: run mvn -pl architecture -am verify.");
      }
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compiled(String folder) {
    return ROOT.resolve(folder).resolve("target/classes");
  }
}
