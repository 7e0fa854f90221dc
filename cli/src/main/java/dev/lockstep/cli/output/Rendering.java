package dev.lockstep.cli.output;

import dev.lockstep.json.Json;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Data as text, in the format that was asked for. */
public final class Rendering {
  private static final int ALWAYS_FITS = 60;

  private Rendering() {}

  /**
   * Renders data.
   *
   * @param data the whole data as maps, lists and plain values: what JSON and YAML show
   * @param width the columns of the terminal, asked for only when it matters; null when a program
   *     reads, and nothing is cut
   * @param bold whether headings stand out
   * @param tables what people see of the data, with an empty line between two
   */
  public static String of(
      OutputFormat format,
      Object data,
      @Nullable IntSupplier width,
      boolean bold,
      Table... tables) {
    return switch (format) {
      case TABLE -> tables(width, bold, tables);
      case JSON -> Json.writePretty(data) + "\n";
      case YAML -> YamlText.of(data);
    };
  }

  private static String tables(@Nullable IntSupplier width, boolean bold, Table... tables) {
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      int limit =
          width != null && table.mayBeCut() && table.naturalWidth() > ALWAYS_FITS
              ? width.getAsInt()
              : Integer.MAX_VALUE;
      text.append(text.length() == 0 ? "" : "\n").append(table.render(limit, bold));
    }
    return text.toString();
  }
}
