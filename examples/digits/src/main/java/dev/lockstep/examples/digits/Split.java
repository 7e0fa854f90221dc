package dev.lockstep.examples.digits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Images to learn from, and images to be examined on. */
record Split(List<Image> trainImages, List<Image> testImages) {
  /**
   * Splits at random.
   *
   * @param testShare which part of the images is held back, between 0 and 1
   * @param seed the same seed gives the same split
   */
  static Split of(List<Image> images, double testShare, long seed) {
    long held = Math.round(images.size() * testShare);
    if (!(testShare > 0 && testShare < 1) || held == 0 || held == images.size()) {
      throw new IllegalArgumentException(
          "A test share of " + testShare + " leaves no images to learn from or to test with.");
    }
    List<Image> shuffled = new ArrayList<>(images);
    Collections.shuffle(shuffled, new Random(seed));
    return new Split(
        List.copyOf(shuffled.subList((int) held, shuffled.size())),
        List.copyOf(shuffled.subList(0, (int) held)));
  }
}
