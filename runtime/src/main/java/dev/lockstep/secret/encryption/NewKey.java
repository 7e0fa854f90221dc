package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretValue;
import org.jspecify.annotations.Nullable;

/**
 * The key that a store is to get.
 *
 * @param passphrase from what it is derived; null for a random one in the store's key file
 */
public record NewKey(@Nullable SecretValue passphrase) {
  /** A random key in the store's key file. */
  public static NewKey random() {
    return new NewKey(null);
  }

  /** A key that is derived from a passphrase. */
  public static NewKey of(SecretValue passphrase) {
    return new NewKey(passphrase);
  }
}
