package dev.lockstep.secret.local;

import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.file.Path;

/** Where the key of a store comes from. */
interface KeySource {
  /**
   * The key for a store that holds secrets.
   *
   * @param file where the store is, for messages
   * @throws SecretAccessDeniedException when the key cannot be had; none is made in its place
   */
  EncryptedValues open(StoreText store, Path file);

  /** The key for a store without secrets; a new one, already safe, when there is none. */
  EncryptedValues create();

  /** The refusal of a key that is another one than the store's. */
  SecretAccessDeniedException wrongKey(Path file);
}
