package dev.lockstep.examples.digits;

import java.util.List;

/**
 * A handwritten digit as it was scanned.
 *
 * @param digit what the writer meant, 0 to 9
 * @param pixels {@value #WIDTH} rows of {@value #WIDTH} pixels, from 0 (paper) to {@value #INK}
 */
record Image(int digit, List<Integer> pixels) {
  static final int WIDTH = 8;
  static final int INK = 16;

  Image {
    pixels = List.copyOf(pixels);
    if (digit < 0 || digit > 9) {
      throw new IllegalArgumentException("A digit is 0 to 9, not " + digit + ".");
    }
    if (pixels.size() != WIDTH * WIDTH) {
      throw new IllegalArgumentException(
          "An image has " + WIDTH * WIDTH + " pixels, not " + pixels.size() + ".");
    }
    for (int pixel : pixels) {
      if (pixel < 0 || pixel > INK) {
        throw new IllegalArgumentException("A pixel is 0 to " + INK + ", not " + pixel + ".");
      }
    }
  }
}
