package dev.lockstep.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of what was measured: a few disturbed runs do not move it. */
record Medians(double cpu, double wall, int runs) {
  static Medians of(List<Measurement> measurements) {
    return new Medians(
        median(measurements, Measurement::cpuMillis),
        median(measurements, Measurement::wallMillis),
        measurements.size());
  }

  private static double median(
      List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
    double[] sorted = measurements.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
