package dev.lockstep.examples.digits;

import java.util.Locale;

/** Writes the few shapes that a {@link ConfusionChart} is made of. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a picture that scales to the room it is given.
   *
   * @param title what the picture shows, for those who cannot see it
   * @param style the style sheet that the shapes' classes refer to
   */
  Svg(int width, int height, String title, String style) {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\" aria-label=\"%s\">",
        width, height, width, height, escaped(title));
    line("<title>%s</title>", escaped(title));
    line("<style>%n%s</style>", style);
  }

  /** Adds a rectangle; the opacity, 0 to 1, is the part that data decides. */
  Svg box(String type, double x, double y, double width, double height, double opacity) {
    return line(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>",
        type,
        number(x),
        number(y),
        number(width),
        number(height),
        opacity < 1 ? " fill-opacity=\"" + number(opacity) + "\"" : "");
  }

  Svg label(String type, double x, double y, String content) {
    return line(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>",
        type, number(x), number(y), escaped(content));
  }

  /** Adds a text that reads upwards. */
  Svg upright(String type, double x, double y, String content) {
    return line(
        "<text class=\"%s\" transform=\"translate(%s %s) rotate(-90)\">%s</text>",
        type, number(x), number(y), escaped(content));
  }

  /** Begins shapes that belong together, with a text that shows when the pointer rests on them. */
  Svg group(String tooltip) {
    return line("<g><title>%s</title>", escaped(tooltip));
  }

  Svg endGroup() {
    return line("</g>");
  }

  /** The whole picture. */
  String end() {
    return text + "</svg>\n";
  }

  private Svg line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  private static String number(double value) {
    String shown = String.format(Locale.ROOT, "%.2f", value);
    return shown.replaceAll("\\.?0+$", "");
  }

  private static String escaped(String content) {
    return content
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
