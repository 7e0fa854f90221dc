package dev.lockstep.examples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SvgTest {
  @Test
  void escapesWhatXmlWouldTakeForMarkup() {
    String svg = new Svg(10, 10, "a \"b\"", "").label("x", 0, 0, "<1 & 2>").end();

    assertThat(svg).contains("aria-label=\"a &quot;b&quot;\"").contains(">&lt;1 &amp; 2&gt;<");
  }

  @Test
  void writesNumbersShortAndAlike() {
    String svg = new Svg(10, 10, "", "").box("x", 10, 0.5, 1.0 / 3, 100, 0.25).end();

    assertThat(svg)
        .contains("x=\"10\" y=\"0.5\" width=\"0.33\" height=\"100\" fill-opacity=\"0.25\"");
  }

  @Test
  void leavesFullOpacityOut() {
    assertThat(new Svg(10, 10, "", "").box("x", 0, 0, 1, 1, 1).end()).doesNotContain("opacity");
  }
}
