package dev.lockstep.examples.digits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** How a model did in its examination. */
record Evaluation(ConfusionMatrix confusion, List<Misread> misread) {
  /** Lets the reader read every sample. */
  static Evaluation of(List<Sample> samples, ToIntFunction<Sample> reader) {
    int[][] counts = new int[ConfusionMatrix.DIGITS][ConfusionMatrix.DIGITS];
    List<Misread> misread = new ArrayList<>();
    for (Sample sample : samples) {
      int read = reader.applyAsInt(sample);
      counts[sample.digit()][read]++;
      if (read != sample.digit()) {
        misread.add(new Misread(sample, read));
      }
    }
    return new Evaluation(ConfusionMatrix.of(counts), List.copyOf(misread));
  }
}
