package dev.lockstep.benchmark;

import java.util.Locale;

/** One compilation. */
record Measurement(Series series, int run, double cpuMillis, double wallMillis) {
  String toLine() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%s,%s,%d,%.1f,%.1f",
        series.jdk(),
        series.contender(),
        series.size(),
        series.mode(),
        series.variant(),
        run,
        cpuMillis,
        wallMillis);
  }

  static Measurement parse(String line) {
    String[] parts = line.split(",", -1);
    Series series =
        new Series(
            parts[0],
            parts[1],
            Integer.parseInt(parts[2]),
            Mode.valueOf(parts[3]),
            Variant.valueOf(parts[4]));
    return new Measurement(
        series,
        Integer.parseInt(parts[5]),
        Double.parseDouble(parts[6]),
        Double.parseDouble(parts[7]));
  }
}
