package dev.lockstep.run;

import org.jspecify.annotations.Nullable;

/** What stands around a step's code failed: an input cannot be read, an output not be stored. */
final class StepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
