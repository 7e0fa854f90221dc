package dev.lockstep.secret.encryption;

import dev.lockstep.home.HomeException;
import dev.lockstep.home.OwnerOnly;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A passphrase in a file that only its owner can read: its text, without the line's end. */
public final class PassphraseFile {
  private final Path path;
  private final String component;

  /**
   * Names the file; reads nothing yet.
   *
   * @param component the secrets manager, for messages
   */
  public PassphraseFile(Path path, String component) {
    this.path = path;
    this.component = component;
  }

  Path path() {
    return path;
  }

  /**
   * Reads it.
   *
   * @throws SecretAccessDeniedException when it is missing, empty or no text
   * @throws HomeException when others can read it, or it cannot be read
   */
  public SecretValue read() {
    try {
      // Whoever else can read it has the passphrase: it is looked at first.
      if (Files.exists(path)) {
        OwnerOnly.check(path);
      }
      String text = Files.readString(path);
      int end = text.length();
      end -= end > 0 && text.charAt(end - 1) == '\n' ? 1 : 0;
      end -= end > 0 && text.charAt(end - 1) == '\r' ? 1 : 0;
      if (end == 0) {
        throw refused("is empty");
      }
      return SecretValue.of(text.substring(0, end));
    } catch (NoSuchFileException e) {
      throw refused("is missing");
    } catch (CharacterCodingException e) {
      throw refused("is no text in UTF-8");
    } catch (IOException e) {
      throw HomeException.cannot("read", path, e);
    }
  }

  private SecretAccessDeniedException refused(String problem) {
    return new SecretAccessDeniedException(
        "The passphrase file "
            + path
            + " of the secrets manager '"
            + component
            + "' "
            + problem
            + ". Fix: put the passphrase into it, chmod 600 it, or name another one: lockstep"
            + " secrets-manager update "
            + component
            + " --passphrase_file=FILE");
  }
}
