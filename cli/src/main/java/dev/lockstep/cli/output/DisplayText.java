package dev.lockstep.cli.output;

/** Texts that others chose, made fit for a terminal. */
public final class DisplayText {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;
  private static final int LAST_C1 = 0x9f;

  private DisplayText() {}

  /** The text with control characters, line ends included, written as escapes. */
  public static String escape(String text) {
    return escape(text, false);
  }

  /** The text with control characters other than line feeds written as escapes. */
  public static String escapeLines(String text) {
    return escape(text, true);
  }

  private static String escape(String text, boolean keepLines) {
    int first = 0;
    while (first < text.length() && !hostile(text.charAt(first), keepLines)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!hostile(c, keepLines)) {
        escaped.append(c);
        continue;
      }
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          String hex = Integer.toHexString(c);
          escaped.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        }
      }
    }
    return escaped.toString();
  }

  private static boolean hostile(char c, boolean keepLines) {
    if (c < FIRST_PRINTABLE) {
      return c != '\n' || !keepLines;
    }
    if (c < DELETE) {
      return false;
    }
    // Controls, and the marks that turn the direction of what follows or of the whole line.
    return c <= LAST_C1
        || c == '\u061c'
        || (c >= '\u200e' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** How many columns a text takes on a terminal. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += columns(character);
      i += Character.charCount(character);
    }
    return width;
  }

  /** The text cut to a number of columns, the last one showing that something is missing. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += columns(character);
      if (width > columns - 1) {
        break;
      }
      cut.appendCodePoint(character);
      i += Character.charCount(character);
    }
    return cut.append('\u2026').toString();
  }

  private static int columns(int character) {
    if (character < 0x300) {
      return 1;
    }
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return wide(character) ? 2 : 1;
  }

  /** The blocks that terminals show two columns wide: East Asian scripts and pictures. */
  private static boolean wide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0x303e)
        || (c >= 0x3041 && c <= 0xa4cf)
        || (c >= 0xa960 && c <= 0xa97c)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff01 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1f64f)
        || (c >= 0x1f680 && c <= 0x1f6ff)
        || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
