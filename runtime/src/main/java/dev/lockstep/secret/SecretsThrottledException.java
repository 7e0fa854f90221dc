package dev.lockstep.secret;

import org.jspecify.annotations.Nullable;

/** The back end asks to slow down; the same call may succeed later. */
public final class SecretsThrottledException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  /** The message must name no value; see {@link SecretsManagerException}. */
  public SecretsThrottledException(String message) {
    super(message, null);
  }

  /** As above; the cause's text must hold no value either. */
  public SecretsThrottledException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
