package dev.lockstep.processor.code;

/** Texts as Java writes them. */
public final class Quotes {
  private static final String HEX = "0123456789abcdef";

  private Quotes() {}

  /** A string literal; one with several lines is written on as many. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\b' -> literal.append("\\b");
        case '\t' -> literal.append("\\t");
        case '\f' -> literal.append("\\f");
        case '\r' -> literal.append("\\r");
        case '\n' -> {
          literal.append("\\n");
          if (i + 1 < text.length()) {
            literal.append("\"\n    + \"");
          }
        }
        default -> {
          if (Character.isISOControl(c)) {
            appendEscape(literal, c);
          } else {
            literal.append(c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /** A character by its number, which every encoding can write. */
  public static void appendEscape(StringBuilder text, char c) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
