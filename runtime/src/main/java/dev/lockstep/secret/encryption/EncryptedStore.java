package dev.lockstep.secret.encryption;

import dev.lockstep.secret.MalformedSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.UnsupportedSecretOperationException;
import java.nio.file.Path;

/** A secrets manager that keeps its secrets in a file of this machine, encrypted by us. */
public interface EncryptedStore {
  /** The file with the secrets. */
  Path file();

  /**
   * The file with the key, unless it is derived from a passphrase.
   *
   * @throws UnsupportedSecretOperationException when the store is not encrypted
   */
  Path keyFile();

  /**
   * Derives the key if it is one of a passphrase, asking for that if need be, so that nobody has to
   * be asked later and the key can be handed to processes that cannot ask.
   *
   * @throws SecretAccessDeniedException when there is no passphrase, or not the right one
   */
  void unlock();

  /**
   * Encrypts every secret in the file anew, with another key; those too that another secrets
   * manager keeps in it. Whoever reads meanwhile, and whoever comes after a kill at any point,
   * finds all secrets under the old key or all under the new one, and the key to them.
   *
   * @return how many secrets there are
   * @throws SecretAccessDeniedException when the key that it has cannot be had
   * @throws MalformedSecretException when a value is damaged; nothing was changed
   * @throws UnsupportedSecretOperationException when it is not encrypted, or when a random key is
   *     to replace one in a key file that another store needs as well
   */
  int rekey(NewKey key);
}
