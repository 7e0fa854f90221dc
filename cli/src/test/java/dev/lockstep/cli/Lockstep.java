package dev.lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as a process with a home of its own, without a terminal. */
public final class Lockstep {
  private static final int SECONDS = 60;

  /** What a call left. */
  public record Result(int exitCode, String out, String err) {
    /** Both streams: for what must be in neither. */
    public String all() {
      return out + err;
    }
  }

  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<Path> classPath = new ArrayList<>();
  private String input = "";

  private Lockstep(Path folder) {
    this.folder = folder;
    environment.put("LOCKSTEP_HOME", home().toString());
  }

  /** A command whose home and working folder are in a folder of the test. */
  public static Lockstep in(Path folder) {
    return new Lockstep(folder);
  }

  public Path home() {
    return folder.resolve("home");
  }

  public Path folder() {
    return folder;
  }

  /** The same command with a variable. */
  public Lockstep with(String variable, String value) {
    Lockstep other = copy();
    other.environment.put(variable, value);
    return other;
  }

  /** The same command with something on standard input. */
  public Lockstep reading(String text) {
    Lockstep other = copy();
    other.input = text;
    return other;
  }

  /** The same command with further classes, such as flavors. */
  public Lockstep withClasses(Path classes) {
    Lockstep other = copy();
    other.classPath.add(classes);
    return other;
  }

  private Lockstep copy() {
    Lockstep other = new Lockstep(folder);
    other.classPath.addAll(classPath);
    other.environment.putAll(environment);
    other.input = input;
    return other;
  }

  /** The command line that starts the command. */
  public static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lockstep.cli.Main"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The command line that starts it, with its further classes. */
  public List<String> commandLine(String... arguments) {
    List<String> command = command(arguments);
    int path = command.indexOf("-cp") + 1;
    for (Path classes : classPath) {
      command.set(path, command.get(path) + File.pathSeparator + classes);
    }
    return command;
  }

  /** Starts it without waiting. */
  public ProcessBuilder process(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(commandLine(arguments)).directory(folder.toFile());
    builder.environment().remove("LOCKSTEP_STACK");
    // With these the JVM says so on standard error.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return builder;
  }

  /** Calls it and waits. */
  public Result run(String... arguments) {
    try {
      Path out = Files.createTempFile(folder, "out", "");
      Path err = Files.createTempFile(folder, "err", "");
      Process process =
          process(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(UTF_8));
      } catch (IOException e) {
        // It ended without reading.
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("lockstep " + String.join(" ", arguments) + " does not end");
      }
      Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
