package dev.lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockstep.cli.command.Dispatcher;
import dev.lockstep.cli.host.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The command in this process, without a terminal: for tests of many calls, where a process each
 * would take minutes. Its working folder is that of the tests, so paths have to be absolute.
 */
public final class InProcess {
  private final Path folder;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String input = "";

  /** A command whose home is in a folder of the test. */
  public InProcess(Path folder) {
    this.folder = folder;
    environment.put("LOCKSTEP_HOME", home().toString());
  }

  public Path home() {
    return folder.resolve("home");
  }

  /** The path of something in the test's folder. */
  public String path(String name) {
    return folder.resolve(name).toString();
  }

  /** Sets a variable for the calls that follow. */
  public InProcess with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Calls it with something on standard input. */
  public Lockstep.Result reading(String text, String... arguments) {
    input = text;
    Lockstep.Result result = run(arguments);
    input = "";
    return result;
  }

  /** Calls it. */
  public Lockstep.Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host =
        Host.of(Map.copyOf(environment), new ByteArrayInputStream(input.getBytes(UTF_8)), out, err);
    int code = new Dispatcher(Commands.top(), host).run(arguments);
    return new Lockstep.Result(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
