package dev.lockstep.secret.provider;

import java.util.Optional;

/**
 * How names of secrets become a provider's ids, and back. What the provider allows stays as it is.
 * Where it does not allow {@code /}, that becomes {@code --}; every other character that it does
 * not allow, and a {@code -} that would be read as part of an escape, becomes {@code ---} and its
 * code as two hexadecimal digits. So no two names have one id, and every id has at most one name.
 */
public enum ProviderNames {
  /** Every character of a name is allowed. */
  PLAIN {
    @Override
    boolean allows(char c) {
      return true;
    }
  },
  /** Letters, digits, {@code _} and {@code -}. */
  WORDS {
    @Override
    boolean allows(char c) {
      return isLowerCaseOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    }
  },
  /** Letters, digits and {@code -}, where capitals are the same as small letters. */
  LOWER_CASE {
    @Override
    boolean allows(char c) {
      return isLowerCaseOrDigit(c) || c == '-';
    }
  };

  private static final String SLASH = "--";
  private static final String ESCAPE = "---";

  abstract boolean allows(char c);

  /** The id of a name, or of the beginning of names that ends with a slash. */
  public String id(String name) {
    if (this == PLAIN) {
      return name;
    }
    StringBuilder id = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/') {
        id.append(SLASH);
      } else if (!allows(c) || (c == '-' && isBesideAnEscape(name, i))) {
        id.append(ESCAPE).append(hex(c >> 4)).append(hex(c & 0xF));
      } else {
        id.append(c);
      }
    }
    return id.toString();
  }

  /** The name of an id, if a name has it. */
  public Optional<String> name(String id) {
    if (this == PLAIN) {
      return Optional.of(id);
    }
    StringBuilder name = new StringBuilder(id.length());
    int i = 0;
    while (i < id.length()) {
      int dashes = 0;
      while (i + dashes < id.length() && id.charAt(i + dashes) == '-') {
        dashes++;
      }
      i += dashes;
      switch (dashes) {
        case 0 -> name.append(id.charAt(i++));
        case 1 -> name.append('-');
        case 2 -> name.append('/');
        case 3, 5 -> {
          int code = i + 2 <= id.length() ? code(id, i) : -1;
          if (code < 0) {
            return Optional.empty();
          }
          name.append(dashes == 5 ? "/" : "").append((char) code);
          i += 2;
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    String decoded = name.toString();
    return id(decoded).equals(id) ? Optional.of(decoded) : Optional.empty();
  }

  /** Whether the character before or after would be written with dashes. */
  private boolean isBesideAnEscape(String name, int at) {
    return (at > 0 && isDashes(name.charAt(at - 1)))
        || (at + 1 < name.length() && isDashes(name.charAt(at + 1)));
  }

  private boolean isDashes(char c) {
    return c == '-' || c == '/' || !allows(c);
  }

  private static char hex(int digit) {
    return "0123456789abcdef".charAt(digit);
  }

  private static int code(String id, int at) {
    int high = "0123456789abcdef".indexOf(id.charAt(at));
    int low = "0123456789abcdef".indexOf(id.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isLowerCaseOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
