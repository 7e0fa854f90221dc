package dev.lockstep.secret.encryption;

import dev.lockstep.home.HomeException;
import org.jspecify.annotations.Nullable;

/** A store's change to another key. */
public final class Rekeying {
  private final EncryptedValues values;
  private final @Nullable KeyFile file;

  Rekeying(EncryptedValues values, @Nullable KeyFile file) {
    this.values = values;
    this.file = file;
  }

  /** What all of the store is to be written with, in one step. */
  public ValueCodec codec() {
    return values;
  }

  /** Forgets the key that the store had, once nothing on the disk needs it any more. */
  public void finish() {
    try {
      if (file != null) {
        file.forgetOlder(values);
      }
    } catch (HomeException e) {
      throw DiskFailure.typed(e);
    }
  }
}
