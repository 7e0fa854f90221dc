package dev.lockstep.examples.digits;

import java.util.List;
import java.util.Locale;

/**
 * An evaluation as a picture: the confusion matrix, and beside it the images that were misread. Two
 * hues, because the few mistakes would vanish on the scale of the many successes: one for the share
 * that was read correctly, one for the number of mistakes.
 */
final class ConfusionChart {
  /** Every colour twice: whoever looks at the picture has a light or a dark desktop. */
  private static final String STYLE =
      """
      svg { font-family: system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
      .paper { fill: #ffffff } .ink { fill: #1c2430 } .soft { fill: #5b6675 }
      .cell { fill: #eef1f5 } .hit { fill: #1f62c4 } .miss { fill: #d9480f }
      .strong { fill: #ffffff } .weak { fill: #1c2430 } .pixel { fill: #1c2430 }
      .head { font-size: 24px; font-weight: 600 } .text { font-size: 14px }
      .digit { font-size: 16px; font-weight: 600 } .count { font-size: 15px }
      .middle { text-anchor: middle } .right { text-anchor: end }
      @media (prefers-color-scheme: dark) {
        .paper { fill: #12171e } .ink { fill: #e8ecf1 } .soft { fill: #9aa6b5 }
        .cell { fill: #1d242d } .hit { fill: #5b9cf5 } .miss { fill: #ff8a4c }
        .strong { fill: #0d1116 } .weak { fill: #e8ecf1 } .pixel { fill: #e8ecf1 }
      }
      """;

  private static final int WIDTH = 940;
  private static final int HEIGHT = 650;
  private static final int LEFT = 76;
  private static final int TOP = 138;
  private static final int PITCH = 44;
  private static final int CELL = PITCH - 2;
  private static final int MATRIX = PITCH * ConfusionMatrix.DIGITS;

  /** Below this, a cell is too pale to tell from an empty one. */
  private static final double FAINTEST = 0.3;

  /** Above this, a number is read more easily in the colour of the paper. */
  private static final double STRONG = 0.75;

  private final ConfusionMatrix matrix;
  private final List<Misread> misread;
  private final Svg svg;

  private ConfusionChart(Evaluation evaluation) {
    matrix = evaluation.confusion();
    misread = evaluation.misread();
    svg = new Svg(WIDTH, HEIGHT, "Handwritten digits: " + headline(), STYLE);
  }

  /** Draws the picture, as the text of an SVG file. */
  static String of(Evaluation evaluation) {
    ConfusionChart chart = new ConfusionChart(evaluation);
    chart.drawHead();
    chart.drawAxes();
    for (int written = 0; written < ConfusionMatrix.DIGITS; written++) {
      for (int read = 0; read < ConfusionMatrix.DIGITS; read++) {
        chart.drawCell(written, read);
      }
    }
    chart.drawScales();
    new MisreadGallery(chart.svg, 640, TOP).draw(chart.misread);
    return chart.svg.end();
  }

  private String headline() {
    return percent("%.1f", matrix.accuracy()) + " read correctly";
  }

  private void drawHead() {
    svg.box("paper", 0, 0, WIDTH, HEIGHT, 1)
        .label("ink head", 30, 48, headline())
        .label(
            "soft text",
            30,
            74,
            matrix.correct()
                + " of "
                + matrix.total()
                + " handwritten digits that the model had never seen");
  }

  private void drawAxes() {
    svg.label("soft text middle", LEFT + MATRIX / 2.0, TOP - 34, "read as")
        .upright("soft text middle", 36, TOP + MATRIX / 2.0, "written")
        .label("soft text right", LEFT + MATRIX + 62, TOP - 10, "correct");
    for (int digit = 0; digit < ConfusionMatrix.DIGITS; digit++) {
      svg.label("ink digit middle", middleOf(LEFT, digit), TOP - 10, "" + digit)
          .label("ink digit middle", LEFT - 18, baselineOf(digit), "" + digit)
          .label(
              "soft text right",
              LEFT + MATRIX + 62,
              baselineOf(digit),
              percent("%.0f", matrix.recall(digit)));
    }
  }

  private void drawCell(int written, int read) {
    int count = matrix.count(written, read);
    double x = LEFT + read * PITCH;
    double y = TOP + written * PITCH;
    svg.box("cell", x, y, CELL, CELL, 1);
    if (count == 0) {
      return;
    }
    boolean hit = written == read;
    double strength = hit ? matrix.recall(written) : strengthOf(count);
    svg.group(written + " read as " + read + ": " + count + " of " + matrix.written(written))
        .box(hit ? "hit" : "miss", x, y, CELL, CELL, strength)
        .label(
            (strength > STRONG ? "strong" : "weak") + " count middle",
            middleOf(LEFT, read),
            baselineOf(written),
            "" + count)
        .endGroup();
  }

  private void drawScales() {
    int y = TOP + MATRIX + 24;
    drawScale("hit", LEFT, y, 0, "0 %", "100 % correct");
    drawScale("miss", LEFT + 240, y, FAINTEST, "1", mostMistakes() + " misread");
  }

  private void drawScale(
      String type, double x, double y, double faintest, String least, String most) {
    int steps = 8;
    svg.label("soft text right", x + 22, y + 12, least);
    for (int i = 0; i < steps; i++) {
      double strength = faintest + (1 - faintest) * i / (steps - 1);
      svg.box("cell", x + 30 + i * 12, y, 12, 14, 1);
      svg.box(type, x + 30 + i * 12, y, 12, 14, strength);
    }
    svg.label("soft text", x + 34 + steps * 12, y + 12, most);
  }

  private double strengthOf(int mistakes) {
    int most = mostMistakes();
    return most == 1 ? 1 : FAINTEST + (1 - FAINTEST) * (mistakes - 1) / (most - 1);
  }

  private int mostMistakes() {
    int most = 1;
    for (int written = 0; written < ConfusionMatrix.DIGITS; written++) {
      for (int read = 0; read < ConfusionMatrix.DIGITS; read++) {
        most = written == read ? most : Math.max(most, matrix.count(written, read));
      }
    }
    return most;
  }

  private static double middleOf(int start, int digit) {
    return start + digit * PITCH + CELL / 2.0;
  }

  private static double baselineOf(int digit) {
    return middleOf(TOP, digit) + 6;
  }

  private static String percent(String format, double share) {
    return String.format(Locale.ROOT, format, 100 * share) + " %";
  }
}
