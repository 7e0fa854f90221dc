package dev.lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The command on a pseudo-terminal. Skips the test where there is no Python 3.9 to make one. */
public final class TerminalSession {
  /** What the terminal showed, and how the command ended. */
  public record Result(int exitCode, String shown) {}

  private final Lockstep lockstep;
  private final List<List<String>> script = new ArrayList<>();
  private int columns = 80;

  public TerminalSession(Lockstep lockstep) {
    this.lockstep = lockstep;
  }

  public TerminalSession columns(int columns) {
    this.columns = columns;
    return this;
  }

  /** Types something when a text has been shown. */
  public TerminalSession answer(String question, String answer) {
    script.add(List.of(question, answer));
    return this;
  }

  public Result run(String... arguments) throws IOException, InterruptedException {
    return run(Lockstep.command(arguments), Map.of());
  }

  /** Runs any command. */
  public Result run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    String found = call(List.of("python3", "-c", "import os; print(os.waitstatus_to_exitcode(0))"));
    Assumptions.assumeTrue(found.equals("0\n"), "no Python 3.9 to make a pseudo-terminal");
    Path driver = Files.createTempFile(lockstep.folder(), "terminal", ".py");
    try (InputStream in = TerminalSession.class.getResourceAsStream("terminal.py")) {
      Files.write(driver, in == null ? new byte[0] : in.readAllBytes());
    }
    List<String> full =
        new ArrayList<>(
            List.of("python3", driver.toString(), Integer.toString(columns), Json.write(script)));
    full.addAll(command);
    ProcessBuilder builder = lockstep.process().command(full);
    builder.environment().remove("NO_COLOR");
    // With these the JVM says so on standard error.
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("COLUMNS");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor(60, TimeUnit.SECONDS);
    return new Result(process.exitValue(), shown);
  }

  private static String call(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
