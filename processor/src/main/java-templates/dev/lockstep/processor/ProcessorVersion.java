package dev.lockstep.processor;

/** A constant: reading a file for it would cost every compilation some time. */
final class ProcessorVersion {
  static final String VERSION = "${project.version}";

  private ProcessorVersion() {}
}
