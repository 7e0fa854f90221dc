package dev.lockstep.processor.model;

/** From where a class, a method or a constructor can be used. */
public enum Visibility {
  PUBLIC,
  /** From its package: package-private and protected are the same for generated code. */
  PACKAGE,
  PRIVATE
}
