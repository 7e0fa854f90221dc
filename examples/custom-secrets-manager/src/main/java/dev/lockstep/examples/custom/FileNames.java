package dev.lockstep.examples.custom;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretNames;
import java.util.Optional;

/**
 * How secrets' names become names of files: in small letters, so that they differ on every disk.
 * Anything but small letters, digits and {@code -} becomes {@code _} and its code as two
 * hexadecimal digits.
 */
final class FileNames {
  private static final String ENDING = ".json";

  /** Disks allow 255, of which the file's lock and a new file beside it take some. */
  private static final int LONGEST = 240;

  private static final String DIGITS = "0123456789abcdef";

  private FileNames() {}

  /**
   * The file of a secret.
   *
   * @throws InvalidSecretException when its name would be too long for a disk
   */
  static String file(String secret) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (isPlain(c)) {
        file.append(c);
      } else {
        file.append('_').append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 0xF));
      }
    }
    if (file.length() > LONGEST) {
      throw new InvalidSecretException(
          "The name '"
              + secret
              + "' makes too long a name for a file. Fix: use a shorter one, of small letters,"
              + " digits and '-'.");
    }
    return file.append(ENDING).toString();
  }

  /** The secret that is in the file of that name, if any is. */
  static Optional<String> secret(String file) {
    if (!file.endsWith(ENDING)) {
      return Optional.empty();
    }
    StringBuilder secret = new StringBuilder();
    int end = file.length() - ENDING.length();
    for (int i = 0; i < end; i++) {
      char c = file.charAt(i);
      if (c == '_') {
        int code = i + 2 < end ? code(file.charAt(i + 1), file.charAt(i + 2)) : -1;
        if (code < 0) {
          return Optional.empty();
        }
        c = (char) code;
        i += 2;
      }
      secret.append(c);
    }
    String name = secret.toString();
    // Anything else was put there by somebody else.
    return SecretNames.isName(name) && file(name).equals(file)
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The character of two hexadecimal digits, or -1. */
  private static int code(char high, char low) {
    int left = DIGITS.indexOf(high);
    int right = DIGITS.indexOf(low);
    return left < 0 || right < 0 ? -1 : left << 4 | right;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }
}
