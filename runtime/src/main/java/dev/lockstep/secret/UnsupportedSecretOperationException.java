package dev.lockstep.secret;

import org.jspecify.annotations.Nullable;

/** The flavor cannot do this at all, such as a write to a read-only one. */
public final class UnsupportedSecretOperationException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  /** The message must name no value; see {@link SecretsManagerException}. */
  public UnsupportedSecretOperationException(String message) {
    super(message, null);
  }

  /** As above; the cause's text must hold no value either. */
  public UnsupportedSecretOperationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
