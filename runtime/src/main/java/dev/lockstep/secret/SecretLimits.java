package dev.lockstep.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a secret may hold at most, and as what, so that it can be moved between secrets managers on
 * this machine. Those of providers may hold less, and say so themselves. Messages name keys, never
 * values.
 */
public final class SecretLimits {
  /** The largest secret: the bytes of its keys and values together. */
  public static final int LARGEST = 1 << 20;

  private SecretLimits() {}

  /**
   * Refuses what no store can hold.
   *
   * @throws InvalidSecretException that says what is wrong first
   */
  public static void check(Secret secret) {
    SecretNames.check(secret.name());
    if (secret.values().isEmpty()) {
      throw new InvalidSecretException(
          "The secret '" + secret.name() + "' has no keys. Fix: give it at least one, --KEY=VALUE");
    }
    for (String key : secret.values().keySet()) {
      SecretNames.checkKey(key);
    }
    List<String> problems = problems(secret);
    if (!problems.isEmpty()) {
      throw new InvalidSecretException(
          "The secret '" + secret.name() + "' cannot be stored: " + problems.get(0) + ".");
    }
  }

  /** All that is wrong with the sizes and texts of the values, one clause each. */
  public static List<String> problems(Secret secret) {
    List<String> problems = new ArrayList<>();
    long size = 0;
    for (Map.Entry<String, SecretValue> entry : secret.values().entrySet()) {
      long bytes = bytes(entry.getValue().reveal());
      if (bytes < 0) {
        problems.add(
            "the value of key '"
                + entry.getKey()
                + "' is not valid text (half of a surrogate pair): encode binary values as base64");
      }
      size += entry.getKey().length() + Math.max(0, bytes);
    }
    if (size > LARGEST) {
      problems.add(
          "it is too large: its keys and values have "
              + size
              + " bytes, and at most "
              + LARGEST
              + " are stored: keep large files elsewhere, and their key here");
    }
    return problems;
  }

  /** The length in UTF-8, or -1 for a text that has none and would not come back as it was. */
  private static long bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        bytes += 4;
      } else if (Character.isSurrogate(c)) {
        return -1;
      } else {
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      }
    }
    return bytes;
  }
}
