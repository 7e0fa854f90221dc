package dev.lockstep.cli;

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
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Jars with flavors that somebody wrote by hand, compiled in a test's folder. */
public final class FlavorJars {
  private final Path folder;

  public FlavorJars(Path folder) {
    this.folder = folder;
  }

  /**
   * A jar with {@code vault.BoxFlavor}, a flavor that makes a component which cannot do anything.
   *
   * @param type the constant of {@code ComponentType}
   * @param options the expressions of its options
   */
  public Path box(String file, String type, String name, String... options) throws IOException {
    return jar(file, source("vault.BoxFlavor", type, name, options));
  }

  /** The source of a flavor. */
  public static String source(String className, String type, String name, String... options) {
    int dot = className.lastIndexOf('.');
    return """
        package %s;
        import dev.lockstep.orchestrator.Orchestrator;
        import dev.lockstep.stack.*;
        import java.util.List;
        public final class %s implements ComponentFlavor<Orchestrator> {
          public ComponentType type() { return ComponentType.%s; }
          public String name() { return "%s"; }
          public String description() { return "Keeps things in a box."; }
          public List<FlavorOption> options() { return List.of(%s); }
          public Orchestrator create(ComponentContext context) {
            Options options = Options.of(this, context);
            throw new UnsupportedOperationException();
          }
        }
        """
        .formatted(
            className.substring(0, dot),
            className.substring(dot + 1),
            type,
            name,
            String.join(", ", options));
  }

  /** A jar of sources. */
  public Path jar(String file, String... sources) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    Path written = Files.createTempDirectory(folder, "sources");
    for (int i = 0; i < sources.length; i++) {
      // The compiler wants a public class in a file of its name.
      String name = sources[i].replaceFirst("(?s).*?public (?:final )?class (\\w+).*", "$1");
      Path source = Files.createDirectories(written.resolve("" + i)).resolve(name + ".java");
      arguments.add(Files.writeString(source, sources[i]).toString());
    }
    StringWriter said = new StringWriter();
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError(said.toString());
    }
    return pack(file, classes);
  }

  private Path pack(String file, Path classes) throws IOException {
    Path jar = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(jar.getParent()));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path entry : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
        Files.copy(entry, entries);
      }
    }
    return jar;
  }
}
