package dev.lockstep.secret;

/**
 * What secrets and keys may be called, so that every flavor can hold them: plain ASCII without
 * spaces, and no name that reads as a path out of its place.
 */
public final class SecretNames {
  /** The longest name of a secret. */
  public static final int LONGEST_NAME = 120;

  /** The longest key. */
  public static final int LONGEST_KEY = 253;

  private SecretNames() {}

  /**
   * Refuses a name that no secret can have.
   *
   * @return the name
   * @throws InvalidSecretException that says the rule
   */
  public static String check(String name) {
    if (!isName(name)) {
      throw new InvalidSecretException(
          "'"
              + shown(name)
              + "' cannot be the name of a secret. A name has letters, digits, '_', '.', '-' and"
              + " '/', starts and ends with a letter or digit, has no '//' or '..' and at most "
              + LONGEST_NAME
              + " characters.");
    }
    return name;
  }

  /**
   * Refuses a text that cannot be a key.
   *
   * @return the key
   * @throws InvalidSecretException that says the rule
   */
  public static String checkKey(String key) {
    if (!isKey(key)) {
      throw new InvalidSecretException(
          "'"
              + shown(key)
              + "' cannot be a key of a secret. A key has letters, digits, '_', '.' and '-', starts"
              + " with a letter or '_' and has at most "
              + LONGEST_KEY
              + " characters.");
    }
    return key;
  }

  /** Whether a secret can have this name. */
  public static boolean isName(String name) {
    int length = name.length();
    if (length == 0
        || length > LONGEST_NAME
        || !isAlphanumeric(name.charAt(0))
        || !isAlphanumeric(name.charAt(length - 1))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      char c = name.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && c != '-' && c != '.' && c != '/') {
        return false;
      }
      if ((c == '.' || c == '/') && name.charAt(i - 1) == c) {
        return false;
      }
    }
    return true;
  }

  /** Whether this can be a key of a secret. */
  public static boolean isKey(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      return false;
    }
    char first = key.charAt(0);
    if (first != '_' && (!isAlphanumeric(first) || first <= '9')) {
      return false;
    }
    for (int i = 1; i < key.length(); i++) {
      char c = key.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Short and on one line: someone may have given a value where a name belongs. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < 20; i++) {
      char c = text.charAt(i);
      shown.append(c < ' ' || c == 0x7F ? '?' : c);
    }
    return shown.append(text.length() > 20 ? "..." : "").toString();
  }
}
