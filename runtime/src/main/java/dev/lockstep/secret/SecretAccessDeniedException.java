package dev.lockstep.secret;

import org.jspecify.annotations.Nullable;

/** The back end refuses: the credentials are wrong or lack a permission. */
public final class SecretAccessDeniedException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  /** The message must name no value; see {@link SecretsManagerException}. */
  public SecretAccessDeniedException(String message) {
    super(message, null);
  }

  /** As above; the cause's text must hold no value either. */
  public SecretAccessDeniedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
