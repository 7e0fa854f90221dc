package dev.lockstep.redact;

import java.io.IOException;

/** Something that was to be stored holds the value of a secret. The message names which one. */
public final class LeakException extends IOException {
  private static final long serialVersionUID = 1L;

  LeakException(String label) {
    super("it holds the value of " + label);
  }
}
