package dev.lockstep.examples.digits;

import java.util.Locale;

/** A confusion matrix for a terminal. */
final class ConfusionText {
  private ConfusionText() {}

  static String of(ConfusionMatrix matrix) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "Read %d of %d test images correctly: accuracy %.1f %%.",
        matrix.correct(),
        matrix.total(),
        100 * matrix.accuracy());
    text.append("\n             read as\n          ");
    for (int read = 0; read < ConfusionMatrix.DIGITS; read++) {
      text.append(String.format(Locale.ROOT, "%4d", read));
    }
    text.append("   correct\n");
    for (int written = 0; written < ConfusionMatrix.DIGITS; written++) {
      text.append(written == 0 ? "written  0" : "         " + written);
      for (int read = 0; read < ConfusionMatrix.DIGITS; read++) {
        int count = matrix.count(written, read);
        text.append(String.format(Locale.ROOT, "%4s", count == 0 ? "." : count));
      }
      line(text, "%8s %%", matrix.written(written) == 0 ? "-" : percent(matrix.recall(written)));
    }
    return text.toString();
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
