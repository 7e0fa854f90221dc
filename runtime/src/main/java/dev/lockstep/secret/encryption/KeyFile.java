package dev.lockstep.secret.encryption;

import dev.lockstep.home.GuardedFile;
import dev.lockstep.home.GuardedFile.Change;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.SecretAccessDeniedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * The file with the key of a store: 32 random bytes as base64, for its owner only. While the store
 * changes to another key it has both, a line each, the newest first.
 */
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
    for (byte[] key : decoded(content.get())) {
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
    byte[] key =
        file.update(
            content -> {
              if (content.isPresent()) {
                return Change.keep(decoded(content.get()).get(0));
              }
              byte[] fresh = random();
              return Change.replace(encoded(List.of(fresh)), fresh);
            });
    return new EncryptedValues(key, null);
  }

  /** Adds a new key, already safe, before those that there are. */
  EncryptedValues add() {
    byte[] fresh = random();
    return file.update(
        content -> {
          List<byte[]> keys = new ArrayList<>();
          keys.add(fresh);
          if (content.isPresent()) {
            keys.addAll(decoded(content.get()));
          }
          return Change.replace(encoded(keys), new EncryptedValues(fresh, null));
        });
  }

  /** Removes the keys that are older than one; none when that one has been removed meanwhile. */
  void forgetOlder(EncryptedValues values) {
    StoreHeader header = values.header();
    file.update(
        content -> {
          List<byte[]> keys = new ArrayList<>();
          if (content.isPresent()) {
            for (byte[] key : decoded(content.get())) {
              keys.add(key);
              if (new EncryptedValues(key, null).isKeyOf(header)) {
                return Change.replace(encoded(keys), true);
              }
            }
          }
          return Change.keep(false);
        });
  }

  private static byte[] random() {
    byte[] key = new byte[EncryptedValues.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static byte[] encoded(List<byte[]> keys) {
    StringBuilder text = new StringBuilder();
    for (byte[] key : keys) {
      text.append(Base64.getEncoder().encodeToString(key)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private List<byte[]> decoded(byte[] content) {
    OwnerOnly.check(file.path());
    List<byte[]> keys = new ArrayList<>();
    StringTokenizer lines =
        new StringTokenizer(new String(content, StandardCharsets.US_ASCII), "\r\n ");
    while (lines.hasMoreTokens()) {
      keys.add(decoded(lines.nextToken()));
    }
    if (keys.isEmpty()) {
      throw noKey();
    }
    return keys;
  }

  private byte[] decoded(String line) {
    try {
      byte[] key = Base64.getDecoder().decode(line);
      if (key.length == EncryptedValues.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Told below; the exception quotes the content.
    }
    throw noKey();
  }

  private SecretAccessDeniedException noKey() {
    return new SecretAccessDeniedException(
        "The key file "
            + file.path()
            + " is not "
            + EncryptedValues.KEY_BYTES
            + " bytes in base64. Nothing was changed. Fix: restore it from a backup.");
  }
}
