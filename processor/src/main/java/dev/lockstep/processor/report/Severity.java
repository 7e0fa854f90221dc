package dev.lockstep.processor.report;

/** What becomes of the compilation. */
public enum Severity {
  /** It fails. */
  ERROR,
  /** It goes on; {@code @SuppressWarnings} silences it. */
  WARNING
}
