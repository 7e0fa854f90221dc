package dev.lockstep.cli.maven;

/** An artifact cannot be had. The message says which one, from where, why, and how to mend it. */
public final class ResolutionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean missing;

  ResolutionException(String message, boolean missing) {
    super(message);
    this.missing = missing;
  }

  /**
   * Whether no repository has it, as opposed to one that could not be asked; then the message does
   * not say how to mend it.
   */
  public boolean missing() {
    return missing;
  }
}
