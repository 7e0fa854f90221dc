package dev.lockstep.secret.local;

import dev.lockstep.home.GuardedFile;
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

  KeyFile(Path path) {
    this.file = new GuardedFile(path);
  }

  Path path() {
    return file.path();
  }

  /** The key, or empty when there is no file. */
  Optional<byte[]> load() {
    Optional<byte[]> content = file.read();
    return content.isEmpty() ? content : Optional.of(decoded(content.get()));
  }

  /** The key; a new one, already on the disk, when there is no file. */
  byte[] loadOrCreate() {
    return file.update(
        content -> {
          if (content.isPresent()) {
            return GuardedFile.Change.keep(decoded(content.get()));
          }
          byte[] key = new byte[EncryptedValues.KEY_BYTES];
          new SecureRandom().nextBytes(key);
          String text = Base64.getEncoder().encodeToString(key) + "\n";
          return GuardedFile.Change.replace(text.getBytes(StandardCharsets.US_ASCII), key);
        });
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
