package dev.lockstep.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * The commands that pages call. {@code lockstep} is the one of this build, with an archive of its
 * classes, as the script in the root has it. {@code mvn} is {@code javac} with the processor of
 * this build, and JUnit, because Maven finds only what was installed; {@code .ci/readme} follows
 * the README and the tutorial with the real one.
 */
final class Tools {
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  private final Path folder;
  private final String classPath;

  private Tools(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  static Tools in(Path folder) throws IOException, InterruptedException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    Tools tools = new Tools(folder, classPath(jars));
    Path archive = tools.archive();
    Files.createDirectories(tools.bin());
    tools.script(
        "lockstep",
        """
        exec '%s' -XX:SharedArchiveFile='%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \\
          -Xlog:disable -cp '%s' dev.lockstep.cli.Main "$@"
        """
            .formatted(tools.java("java"), archive, tools.classPath));
    tools.script(
        "mvn",
        """
        compile() {
          mkdir -p "target/$2" "target/generated-$1"
          find "src/$1/java" -name '*.java' > target/sources
          '%1$s' -d "target/$2" -s "target/generated-$1" -cp 'target/classes:%3$s' -processorpath '%3$s' \\
            -Xlint:all,-processing -Werror @target/sources
        }
        set -e
        case "$*" in
          '-q compile') compile main classes ;;
          '-q verify')
            compile main classes
            compile test test-classes
            '%2$s' -cp 'target/classes:target/test-classes:%3$s:%4$s' \\
              dev.lockstep.docs.RunTests target/test-classes
            ;;
          *) echo "mvn $* is not played here"; exit 64 ;;
        esac
        """
            .formatted(
                tools.java("javac"),
                tools.java("java"),
                tools.classPath,
                Path.of("target/test-classes").toAbsolutePath()));
    return tools;
  }

  /** The folder to put on the {@code PATH}. */
  Path bin() {
    return folder.resolve("bin");
  }

  private String java(String tool) {
    return JAVA_HOME.resolve("bin").resolve(tool).toString();
  }

  private void script(String name, String text) throws IOException {
    Path script = bin().resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + text);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
  }

  /** Only classes from jars can be archived. */
  private Path archive() throws IOException, InterruptedException {
    Path archive = folder.resolve("classes.jsa");
    Process process =
        new ProcessBuilder(
                java("java"),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-cp",
                classPath,
                "dev.lockstep.cli.Training")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      out.readAllBytes();
    }
    process.waitFor(1, TimeUnit.MINUTES);
    return archive;
  }

  /** The class path of this test, its folders as jars, and without what only tests use. */
  private static String classPath(Path jars) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(entry);
      if (path.endsWith("target/classes") && hasFiles(path)) {
        entries.add(
            jar(path, jars.resolve("lockstep-" + path.getName(path.getNameCount() - 3) + ".jar")));
      } else if (Files.isRegularFile(path) && !isForTests(path)) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static boolean isForTests(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return name.startsWith("assertj") || name.startsWith("byte-buddy");
  }

  private static boolean hasFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  private static String jar(Path classes, Path jar) {
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--file",
                jar.toString(),
                "-C",
                classes.toString(),
                ".");
    if (code != 0) {
      throw new UncheckedIOException(new IOException("no jar of " + classes));
    }
    return jar.toString();
  }
}
