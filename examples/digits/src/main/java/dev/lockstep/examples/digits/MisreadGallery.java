package dev.lockstep.examples.digits;

import java.util.Comparator;
import java.util.List;

/** The images that were misread, each over what was written and what was read. */
final class MisreadGallery {
  private static final int COLUMNS = 4;
  private static final int ROWS = 6;
  private static final int PITCH = 70;
  private static final int PIXEL = 6;

  private static final Comparator<Misread> LIKE_WITH_LIKE =
      Comparator.comparingInt((Misread misread) -> misread.sample().digit())
          .thenComparingInt(Misread::readAs);

  private final Svg svg;
  private final double left;
  private final double top;

  MisreadGallery(Svg svg, double left, double top) {
    this.svg = svg;
    this.left = left;
    this.top = top;
  }

  void draw(List<Misread> misread) {
    List<Misread> sorted = misread.stream().sorted(LIKE_WITH_LIKE).toList();
    int shown = Math.min(sorted.size(), COLUMNS * ROWS);
    svg.label("soft text", left, top - 34, heading(sorted.size(), shown));
    for (int i = 0; i < shown; i++) {
      draw(sorted.get(i), left + i % COLUMNS * PITCH, top + i / COLUMNS * (PITCH + 8));
    }
  }

  private static String heading(int count, int shown) {
    if (count == 0) {
      return "none was misread";
    }
    return shown == count ? "misread: written → read" : shown + " of " + count + " misread";
  }

  private void draw(Misread misread, double x, double y) {
    int side = Image.WIDTH * PIXEL;
    Sample sample = misread.sample();
    svg.group(sample.digit() + " read as " + misread.readAs()).box("cell", x, y, side, side, 1);
    for (int i = 0; i < sample.brightness().size(); i++) {
      double ink = sample.brightness().get(i);
      if (ink > 0) {
        svg.box(
            "pixel", x + i % Image.WIDTH * PIXEL, y + i / Image.WIDTH * PIXEL, PIXEL, PIXEL, ink);
      }
    }
    svg.label(
            "soft text middle",
            x + side / 2.0,
            y + side + 16,
            sample.digit() + " → " + misread.readAs())
        .endGroup();
  }
}
