package dev.lockstep.secret;

import org.jspecify.annotations.Nullable;

/** The back end cannot be asked or cannot be written: network, disk, a lock that stays held. */
public final class SecretsUnreachableException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  /** The message must name no value; see {@link SecretsManagerException}. */
  public SecretsUnreachableException(String message) {
    super(message, null);
  }

  /** As above; the cause's text must hold no value either. */
  public SecretsUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
