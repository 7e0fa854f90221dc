package dev.lockstep.secret.encryption;

import dev.lockstep.home.HomeException;
import org.jspecify.annotations.Nullable;

/** A store's change to another key, by one thread. */
public final class Rekeying {
  private final @Nullable KeyFile file;
  private @Nullable EncryptedValues values;

  private Rekeying(@Nullable KeyFile file, @Nullable EncryptedValues values) {
    this.file = file;
    this.values = values;
  }

  static Rekeying random(KeyFile file) {
    return new Rekeying(file, null);
  }

  static Rekeying derived(EncryptedValues values) {
    return new Rekeying(null, values);
  }

  /**
   * What all of the store is to be written with, in one step. A key file has the new key and the
   * old one from now on, so that the store can be read whether it has been written or not.
   *
   * <p>Called while nobody else writes the store: else a change that overtakes this one would
   * forget the new key, which is older than its own.
   */
  public ValueCodec codec() {
    try {
      EncryptedValues fresh = values;
      if (fresh == null) {
        if (file == null) {
          throw new IllegalStateException("There is neither a key nor a file for one.");
        }
        fresh = file.add();
        values = fresh;
      }
      return fresh;
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }

  /** Forgets the key that the store had, once the store on the disk does not need it any more. */
  public void finish() {
    try {
      if (file != null && values != null) {
        file.forgetOlder(values);
      }
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }
}
