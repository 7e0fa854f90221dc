package dev.lockstep.secret;

import org.jspecify.annotations.Nullable;

/**
 * Why a secrets manager could not do what it was asked. The message names the secret, the keys and
 * the remedy, never a value; a cause is kept only where it comes from our own code, because a
 * provider's text may hold a value.
 */
public abstract sealed class SecretsManagerException extends RuntimeException
    permits SecretNotFoundException,
        SecretExistsException,
        SecretAccessDeniedException,
        SecretsThrottledException,
        SecretsUnreachableException,
        MalformedSecretException,
        InvalidSecretException,
        UnsupportedSecretOperationException {
  private static final long serialVersionUID = 1L;

  SecretsManagerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
