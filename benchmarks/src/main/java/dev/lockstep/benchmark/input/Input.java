package dev.lockstep.benchmark.input;

import java.util.Map;

/** What one contender is given to compile: the same text on every machine. */
public interface Input {
  /** A name for tables. */
  String title();

  /** Source files by their paths, {@code size} units large. */
  Map<String, String> sources(int size);
}
