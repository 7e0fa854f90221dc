package dev.lockstep.cli.output;

import dev.lockstep.cli.host.Host;
import dev.lockstep.json.Json;

/** Writes the result of a command in the format that was asked for. */
public final class Report {
  private static final int ALWAYS_FITS = 60;

  private Report() {}

  /**
   * Writes data.
   *
   * @param data the whole data as maps, lists and plain values: what JSON and YAML show
   * @param tables what people see of it, with an empty line between two
   */
  public static void write(Host host, OutputFormat format, Object data, Table... tables) {
    host.output()
        .write(
            switch (format) {
              case TABLE -> render(host, tables);
              case JSON -> Json.writePretty(data) + "\n";
              case YAML -> YamlText.of(data);
            });
  }

  private static String render(Host host, Table... tables) {
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      text.append(text.length() == 0 ? "" : "\n").append(render(host, table));
    }
    return text.toString();
  }

  private static String render(Host host, Table table) {
    if (!host.terminal().output()) {
      return table.render(Integer.MAX_VALUE, false);
    }
    int limit =
        table.mayBeCut() && table.naturalWidth() > ALWAYS_FITS
            ? host.terminal().width(host.environment())
            : Integer.MAX_VALUE;
    return table.render(limit, host.environment().getOrDefault("NO_COLOR", "").isEmpty());
  }
}
