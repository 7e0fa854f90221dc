package dev.lockstep.processor.validate;

import java.util.List;
import java.util.Locale;

/** Guesses by its name whether a value must not be seen. */
final class Confidential {
  private static final List<String> WORDS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "token",
          "credential",
          "private_key",
          "api_key",
          "access_key",
          "account_key",
          "apikey");

  private Confidential() {}

  static boolean looksSo(String name) {
    String normal = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    for (String word : WORDS) {
      if (normal.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
