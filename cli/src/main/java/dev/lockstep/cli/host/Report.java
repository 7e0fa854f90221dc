package dev.lockstep.cli.host;

import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Rendering;
import dev.lockstep.cli.output.Table;
import java.util.Map;

/** Writes the result of a command in the format that was asked for. */
public final class Report {
  private Report() {}

  /**
   * Writes data.
   *
   * @param data the whole data as maps, lists and plain values: what JSON and YAML show
   * @param tables what people see of it, with an empty line between two
   */
  public static void write(Host host, OutputFormat format, Object data, Table... tables) {
    Terminal terminal = host.terminal();
    Map<String, String> environment = host.environment();
    boolean screen = terminal.output();
    boolean bold = screen && environment.getOrDefault("NO_COLOR", "").isEmpty();
    host.output()
        .write(
            Rendering.of(
                format, data, screen ? () -> terminal.width(environment) : null, bold, tables));
  }
}
