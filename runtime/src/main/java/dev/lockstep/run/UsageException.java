package dev.lockstep.run;

/** A pipeline was called with options or parameters that it does not take. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
