package dev.lockstep.examples.digits;

import java.util.List;

/**
 * A digit as the learner takes it.
 *
 * @param digit what the writer meant, 0 to 9
 * @param brightness the image's pixels, from 0.0 to 1.0
 */
record Sample(int digit, List<Double> brightness) {
  Sample {
    brightness = List.copyOf(brightness);
  }

  /** Brings the pixels to the range in which a linear model learns evenly. */
  static Sample of(Image image) {
    return new Sample(
        image.digit(), image.pixels().stream().map(pixel -> pixel / (double) Image.INK).toList());
  }

  static List<Sample> ofAll(List<Image> images) {
    return images.stream().map(Sample::of).toList();
  }
}
