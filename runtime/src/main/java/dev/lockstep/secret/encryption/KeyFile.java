package dev.lockstep.secret.encryption;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file with the key of a store: 32 random bytes as base64, for its owner only. While the store
 * changes to another key it has both, a line each, the newest first. A store that comes to use a
 * key file which is not named after it is noted there, so that the key is not taken from it.
 */
final class KeyFile {
  private final GuardedFile file;
  private final Path store;
  private final String component;

  KeyFile(Path path, Path store, String component) {
    this.file = new GuardedFile(path);
    this.store = store;
    this.component = component;
  }

  /**
   * The key of the store.
   *
   * @throws SecretAccessDeniedException when it is missing, or is the key of another store
   */
  EncryptedValues open(StoreHeader header) {
    Optional<byte[]> content = file.read();
    if (content.isEmpty()) {
      throw new SecretAccessDeniedException(
          "The key file "
              + file.path()
              + " is missing, and the secrets in "
              + store
              + " are encrypted with it. Nothing was changed. Fix: restore the key file from a"
              + " backup, or name it: lockstep secrets-manager update "
              + component
              + " --key_file=FILE. Without it the values are lost: move the store away and register"
              + " the secrets again.");
    }
    for (byte[] key : text(content.get()).keys()) {
      EncryptedValues values = new EncryptedValues(key, null);
      if (values.isKeyOf(header)) {
        return values;
      }
    }
    throw new SecretAccessDeniedException(
        "The key in "
            + file.path()
            + " is not the one with which "
            + store
            + " was encrypted. Nothing was changed. Fix: restore the key file that belongs to it, or"
            + " name it: lockstep secrets-manager update "
            + component
            + " --key_file=FILE");
  }

  /** The key for a store without secrets; a new one, already safe, when there is none. */
  EncryptedValues create() {
    EncryptedValues created =
        file.update(
            content -> {
              if (content.isPresent()) {
                return Change.keep(newest(text(content.get())));
              }
              KeyFileText fresh = new KeyFileText(List.of(random()), Set.of());
              return Change.replace(fresh.write(), newest(fresh));
            });
    try {
      noteStore();
    } catch (HomeException e) {
      // A key file that cannot be written cannot lose its key either.
    }
    return created;
  }

  private void noteStore() {
    String note = KeySharing.note(file.path(), store);
    if (note != null) {
      file.update(
          content -> {
            KeyFileText text = content.isPresent() ? text(content.get()) : null;
            return text == null || text.stores().contains(note)
                ? Change.keep(true)
                : Change.replace(text.and(note).write(), true);
          });
    }
  }

  /** A store that needs the key in this file as well, or null. */
  @Nullable Path sharedWith() {
    Optional<byte[]> content = file.read();
    return KeySharing.other(
        file.path(), store, content.isPresent() ? text(content.get()).stores() : Set.of());
  }

  /** Adds a new key, already safe, before those that there are. */
  EncryptedValues add() {
    byte[] fresh = random();
    return file.update(
        content -> {
          KeyFileText text =
              content.isPresent() ? text(content.get()) : new KeyFileText(List.of(), Set.of());
          List<byte[]> keys = new ArrayList<>();
          keys.add(fresh);
          keys.addAll(text.keys());
          return Change.replace(text.with(keys).write(), new EncryptedValues(fresh, null));
        });
  }

  /** Removes the keys that are older than one; none when that one has been removed meanwhile. */
  void forgetOlder(EncryptedValues values) {
    StoreHeader header = values.header();
    file.update(
        content -> {
          if (content.isPresent()) {
            KeyFileText text = text(content.get());
            List<byte[]> keys = new ArrayList<>();
            for (byte[] key : text.keys()) {
              keys.add(key);
              if (new EncryptedValues(key, null).isKeyOf(header)) {
                return Change.replace(text.with(keys).write(), true);
              }
            }
          }
          return Change.keep(false);
        });
  }

  private static EncryptedValues newest(KeyFileText text) {
    return new EncryptedValues(text.keys().get(0), null);
  }

  private static byte[] random() {
    byte[] key = new byte[EncryptedValues.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private KeyFileText text(byte[] content) {
    OwnerOnly.check(file.path());
    KeyFileText text = KeyFileText.read(content);
    if (text == null) {
      throw new SecretAccessDeniedException(
          "The key file "
              + file.path()
              + " is not "
              + EncryptedValues.KEY_BYTES
              + " bytes in base64. Nothing was changed. Fix: restore it from a backup.");
    }
    return text;
  }
}
