package dev.lockstep.secret;

/**
 * The name, a key or a value cannot be stored, by our rules or the back end's. Nothing was sent or
 * stored.
 */
public final class InvalidSecretException extends SecretsManagerException {
  private static final long serialVersionUID = 1L;

  public InvalidSecretException(String message) {
    super(message, null);
  }
}
