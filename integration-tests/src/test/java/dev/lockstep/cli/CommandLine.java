package dev.lockstep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.command.Dispatcher;
import dev.lockstep.cli.host.Host;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code lockstep} command in this process, with all integrations on its class path. */
public final class CommandLine {
  private final Map<String, String> environment = new LinkedHashMap<>();

  /** A command with that home. */
  public CommandLine(Path home) {
    environment.put("LOCKSTEP_HOME", home.toString());
  }

  /** Sets a variable for the calls that follow. */
  public CommandLine with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /**
   * What a call ended with.
   *
   * @param exitCode its exit code
   * @param out standard output
   * @param err standard error
   */
  public record Result(int exitCode, String out, String err) {}

  /** Calls it. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host = Host.of(Map.copyOf(environment), new ByteArrayInputStream(new byte[0]), out, err);
    int code = new Dispatcher(new TopLevel(), host).run(arguments);
    return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Calls it, which has to succeed; what it printed to standard output. */
  public String succeed(String... arguments) {
    Result result = run(arguments);
    assertThat(result.exitCode()).as(String.join(" ", arguments) + "\n" + result.err()).isZero();
    return result.out();
  }
}
