package dev.lockstep;

/** Tells the processor, which reads it from the class file, with which version it is used. */
final class AnnotationsVersion {
  static final String VERSION = "${project.version}";

  private AnnotationsVersion() {}
}
