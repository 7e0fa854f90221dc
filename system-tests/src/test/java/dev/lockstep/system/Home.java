package dev.lockstep.system;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.OpenStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A state folder of a test's own, and runners started as processes on it. */
final class Home {
  private static final long TIMEOUT_SECONDS = 60;
  private static final Path TERMINAL =
      Path.of("../cli/src/test/resources/dev/lockstep/cli/terminal.py").toAbsolutePath();

  private final Path root;
  private final Map<String, String> variables = new LinkedHashMap<>();

  Home(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** What a process left behind. */
  record Result(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** A variable for the processes that are started from now on. */
  Home with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  void register(String name, String type, String... keysAndValues) {
    manage(secrets -> secrets.register(Secret.of(name, type, values(keysAndValues))));
  }

  void update(String name, String type, String... keysAndValues) {
    manage(secrets -> secrets.update(Secret.of(name, type, values(keysAndValues))));
  }

  private void manage(Consumer<SecretsManager> action) {
    RunOptions options = RunOptions.builder().home(new LockstepHome(root)).build();
    try (OpenStack stack = Stacks.open(options)) {
      action.accept(stack.secretsManager().orElseThrow());
    }
  }

  Result run(Class<?> runner, String... arguments) {
    Process process = start(runner, arguments);
    try {
      return finish(process);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Process start(Class<?> runner, String... arguments) {
    return start(List.of(), runner, arguments);
  }

  /**
   * Starts a runner on a pseudo-terminal.
   *
   * @param script what is typed, as a JSON list of pairs: the text that is waited for, the answer
   */
  Process startAtTerminal(String script, Class<?> runner, String... arguments) {
    return start(List.of("python3", TERMINAL.toString(), "120", script), runner, arguments);
  }

  private Process start(List<String> driver, Class<?> runner, String... arguments) {
    List<String> command = new ArrayList<>(driver);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(runner.getName());
    Collections.addAll(command, arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LOCKSTEP_HOME", root.toString());
    builder.environment().remove("LOCKSTEP_STACK");
    // With these the JVM says so on standard error.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(variables);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Result finish(Process process) throws InterruptedException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Thread errors = copy(process.getErrorStream(), err);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thread outputs = copy(process.getInputStream(), out);
    if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The process did not end: " + out + err);
    }
    errors.join();
    outputs.join();
    return new Result(
        process.exitValue(),
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static Thread copy(InputStream in, ByteArrayOutputStream out) {
    Thread thread =
        new Thread(
            () -> {
              try (in) {
                in.transferTo(out);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.start();
    return thread;
  }

  /** All files below the home, with what is in them. */
  Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        files.put(root.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Map<String, SecretValue> values(String... keysAndValues) {
    Map<String, SecretValue> values = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], SecretValue.of(keysAndValues[i + 1]));
    }
    return values;
  }
}
