package dev.lockstep.metadata;

/** A run was recorded by a newer version, in a form that this one does not know. */
public final class NewerFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NewerFormatException(long format) {
    super("it has format " + format + ", and this version reads up to " + RunEvent.FORMAT);
  }
}
