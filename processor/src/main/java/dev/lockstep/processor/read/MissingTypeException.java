package dev.lockstep.processor.read;

/**
 * Something that is being read mentions a type that does not exist, or not yet: another processor
 * may generate it in this round. Carries nothing, because the compiler itself names the type.
 */
public final class MissingTypeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingTypeException() {
    super("a type is missing", null, false, false);
  }
}
