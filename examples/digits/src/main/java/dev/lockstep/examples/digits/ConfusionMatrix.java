package dev.lockstep.examples.digits;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which digits were taken for which.
 *
 * @param counts a row for each digit that was written, a column for each that was read
 */
record ConfusionMatrix(List<List<Integer>> counts) {
  static final int DIGITS = 10;

  static ConfusionMatrix of(int[][] counts) {
    return new ConfusionMatrix(
        Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  int count(int written, int read) {
    return counts.get(written).get(read);
  }

  /** How many images of this digit there were. */
  int written(int digit) {
    return counts.get(digit).stream().mapToInt(Integer::intValue).sum();
  }

  int total() {
    return IntStream.range(0, DIGITS).map(this::written).sum();
  }

  int correct() {
    return IntStream.range(0, DIGITS).map(digit -> count(digit, digit)).sum();
  }

  /** The share of all images that were read correctly, 0 to 1. */
  double accuracy() {
    return share(correct(), total());
  }

  /** The share of this digit's images that were read correctly, 0 to 1. */
  double recall(int digit) {
    return share(count(digit, digit), written(digit));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
