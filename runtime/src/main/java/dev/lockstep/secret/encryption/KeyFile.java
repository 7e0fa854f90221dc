package dev.lockstep.secret.encryption;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** The file with the key of a store: 32 random bytes as base64, for its owner only. */
final class KeyFile {
  private final GuardedFile file;
  private final String component;

  KeyFile(Path path, String component) {
    this.file = new GuardedFile(path);
    this.component = component;
  }

  /**
   * The key of a store.
   *
   * @param store where it is, for messages
   * @throws SecretAccessDeniedException when it is missing, or is the key of another store
   */
  EncryptedValues open(StoreHeader header, Path store) {
    if (header.derivation() != null) {
      throw new SecretAccessDeniedException(
          store
              + " is encrypted with a passphrase. Nothing was changed. Fix: put it into a variable"
              + " and name that: lockstep secrets-manager update "
              + component
              + " --passphrase_env=VARIABLE");
    }
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
    EncryptedValues values = new EncryptedValues(decoded(content.get()), null);
    if (!values.isKeyOf(header)) {
      throw new SecretAccessDeniedException(
          "The key in "
              + file.path()
              + " is not the one with which "
              + store
              + " was encrypted. Nothing was changed. Fix: restore the key file that belongs to it,"
              + " or name it: lockstep secrets-manager update "
              + component
              + " --key_file=FILE");
    }
    return values;
  }

  /** The key for a store without secrets; a new one, already safe, when there is none. */
  EncryptedValues create() {
    byte[] key =
        file.update(
            content -> {
              if (content.isPresent()) {
                return Change.keep(decoded(content.get()));
              }
              byte[] fresh = new byte[EncryptedValues.KEY_BYTES];
              new SecureRandom().nextBytes(fresh);
              String text = Base64.getEncoder().encodeToString(fresh) + "\n";
              return Change.replace(text.getBytes(StandardCharsets.US_ASCII), fresh);
            });
    return new EncryptedValues(key, null);
  }

  private byte[] decoded(byte[] content) {
    OwnerOnly.check(file.path());
    String text = new String(content, StandardCharsets.US_ASCII).strip();
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == EncryptedValues.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Told below; the exception quotes the content.
    }
    throw new SecretAccessDeniedException(
        "The key file "
            + file.path()
            + " is not "
            + EncryptedValues.KEY_BYTES
            + " bytes in base64. Nothing was changed. Fix: restore it from a backup.");
  }
}
