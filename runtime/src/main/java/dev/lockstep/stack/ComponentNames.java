package dev.lockstep.stack;

/** What components and stacks may be called; local components name files after themselves. */
final class ComponentNames {
  private static final int LONGEST = 64;

  private ComponentNames() {}

  static void check(String what, String name) {
    if (!isName(name)) {
      throw new StackException(
          StackException.Reason.INVALID,
          "'"
              + name
              + "' cannot be the name of "
              + what
              + ". A name has letters, digits, '_', '.' and '-', starts with a letter or digit and"
              + " has at most "
              + LONGEST
              + " characters.");
    }
  }

  static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST || !isAlphanumeric(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
