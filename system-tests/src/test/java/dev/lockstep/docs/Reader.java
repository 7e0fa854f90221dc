package dev.lockstep.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody with an empty home and an empty folder, who does what a page says. */
final class Reader {
  private static final int SECONDS = 60;
  private static final int BUILD_SECONDS = 900;

  /** What commands printed, on both streams in their order, and how they ended. */
  record Reply(int exitCode, String printed) {}

  private final Path root;
  private final Map<String, String> variables;
  private final int seconds;

  private Reader(Path root, Path start, Map<String, String> variables, int seconds)
      throws IOException {
    this.root = root;
    this.variables = variables;
    this.seconds = seconds;
    Files.writeString(root.resolve("state"), "cd '" + start + "'\n");
  }

  /** Somebody who has the command line of this build. */
  static Reader with(Tools tools, Path root) throws IOException {
    Map<String, String> variables = new HashMap<>();
    variables.put(
        "PATH",
        tools.bin() + ":" + System.getProperty("java.home") + "/bin:/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", root.toString());
    Path work = Files.createDirectories(root.resolve("work"));
    return new Reader(root, work, variables, SECONDS);
  }

  /** Somebody who has nothing but a clone, a JDK and Maven. */
  static Reader inClone(Path clone, Path root) throws IOException {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.remove("LOCKSTEP_STACK");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    Path link = Files.createSymbolicLink(root.resolve("lockstep"), clone);
    return new Reader(root, link, variables, BUILD_SECONDS);
  }

  /**
   * Does what a page says.
   *
   * @return what is not as the page says
   */
  List<String> follow(Page page, Predicate<Block> skipped)
      throws IOException, InterruptedException {
    List<String> problems = new ArrayList<>();
    String printed = "(nothing was called)";
    for (Block block : page.blocks()) {
      if (block.isFile()) {
        write(block);
      } else if (block.isCommands() && !skipped.test(block)) {
        Reply reply = run(block);
        printed = reply.printed();
        if (reply.exitCode() != block.exitCode()) {
          problems.add(
              "%s, line %d: exit code %d after:\n%s"
                  .formatted(page.name(), block.line(), reply.exitCode(), printed));
        }
      } else if (block.isOutput()
          && !Expected.matches(block.lines(), printed.stripTrailing().lines().toList())) {
        problems.add(
            "%s, line %d shows:\n%s\nThe commands before it print:\n%s"
                .formatted(page.name(), block.line(), block.text(), printed));
      } else if (block.isExcerpt() && !isExcerpt(block)) {
        problems.add(
            "%s, line %d: no file has this code:\n%s"
                .formatted(page.name(), block.line(), block.text()));
      }
    }
    return problems;
  }

  /** Whether a file below the folder has these lines, whatever stands at their beginnings. */
  private boolean isExcerpt(Block block) throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (Collections.indexOfSubList(code(Files.readAllLines(file)), code(block.lines())) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<String> code(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("/**"))
        .toList();
  }

  /** The folder that the commands so far have led to. */
  Path folder() throws IOException {
    for (String line : Files.readAllLines(root.resolve("state"))) {
      if (line.startsWith("cd '")) {
        return Path.of(line.substring(4, line.length() - 1));
      }
    }
    throw new IOException("the state of the shell holds no folder");
  }

  void write(Block file) throws IOException {
    Path path = folder().resolve(file.argument());
    Files.createDirectories(path.getParent());
    Files.writeString(path, file.text());
  }

  /** Calls the commands in the folder and with the variables that those before them left. */
  Reply run(Block commands) throws IOException, InterruptedException {
    Path script = Files.writeString(root.resolve("block"), commands.text());
    String shell =
        """
        remember() {
          code=$?
          { printf "cd '%%s'\\n" "$PWD"; export -p; } > '%1$s/state'
          exit $code
        }
        . '%1$s/state'
        trap remember EXIT
        . '%2$s'
        """
            .formatted(root, script);
    Path printed = root.resolve("printed");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", shell)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(variables);
    environment.put("LOCKSTEP_HOME", root.resolve("home").toString());
    environment.put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("line " + commands.line() + ": the commands do not end");
    }
    return new Reply(process.exitValue(), Files.readString(printed, UTF_8));
  }
}
