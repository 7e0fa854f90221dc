package dev.lockstep.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The measurements so far, a line each, written as they are made: a run goes on where one ended.
 */
final class Journal {
  private final Path file;
  private final List<Measurement> measurements = new ArrayList<>();

  private Journal(Path file) {
    this.file = file;
  }

  static Journal open(Path file) throws IOException {
    Journal journal = new Journal(file);
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        journal.measurements.add(Measurement.parse(line));
      }
    }
    return journal;
  }

  boolean has(Series series, int run) {
    return measurements.stream().anyMatch(it -> it.series().equals(series) && it.run() == run);
  }

  void add(Measurement measurement) throws IOException {
    measurements.add(measurement);
    Files.writeString(
        file, measurement.toLine() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  List<Measurement> measurements() {
    return Collections.unmodifiableList(measurements);
  }
}
