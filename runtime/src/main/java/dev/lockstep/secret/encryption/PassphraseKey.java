package dev.lockstep.secret.encryption;

import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key that is derived from a passphrase in a variable, so that the store's folder alone opens
 * nothing. Deriving is slow on purpose, so the last key is kept.
 */
final class PassphraseKey {
  private final String variable;
  private final @Nullable String passphrase;
  private final String component;
  private @Nullable EncryptedValues last;
  private String lastDerivation = "";

  PassphraseKey(String variable, Map<String, String> environment, String component) {
    this.variable = variable;
    this.passphrase = environment.get(variable);
    this.component = component;
  }

  /**
   * The key of a store.
   *
   * @param store where it is, for messages
   * @throws SecretAccessDeniedException when there is no passphrase, or not the right one
   */
  EncryptedValues open(StoreHeader header, Path store) {
    if (header.derivation() == null) {
      throw new SecretAccessDeniedException(
          store
              + " is encrypted with a key file and not with a passphrase. Nothing was changed. Fix:"
              + " remove the attribute passphrase_env of the secrets manager '"
              + component
              + "', or copy the secrets to a new secrets manager.");
    }
    Derivation derivation = Derivation.read(header.derivation());
    if (derivation == null) {
      throw new SecretAccessDeniedException(
          store
              + " has no valid "
              + StoreHeader.DERIVATION
              + ". Nothing was changed. Fix: restore the file from a backup.");
    }
    EncryptedValues values = derive(derivation);
    if (!values.isKeyOf(header)) {
      throw new SecretAccessDeniedException(
          "The passphrase in the variable "
              + variable
              + " is not the one with which "
              + store
              + " was encrypted. Nothing was changed. Fix: set the variable to the right one.");
    }
    return values;
  }

  /** A new key, for a store without secrets. */
  EncryptedValues create() {
    return derive(Derivation.fresh());
  }

  private synchronized EncryptedValues derive(Derivation derivation) {
    EncryptedValues known = last;
    if (known != null && lastDerivation.equals(derivation.toString())) {
      return known;
    }
    if (passphrase == null || passphrase.isEmpty()) {
      throw new SecretAccessDeniedException(
          "The secrets manager '"
              + component
              + "' needs a passphrase, and the variable "
              + variable
              + " is not set. Fix: set "
              + variable
              + " in the environment.");
    }
    EncryptedValues derived =
        new EncryptedValues(derivation.key(passphrase), derivation.toString());
    last = derived;
    lastDerivation = derivation.toString();
    return derived;
  }
}
