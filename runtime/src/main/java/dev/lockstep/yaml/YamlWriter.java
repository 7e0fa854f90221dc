package dev.lockstep.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes YAML in the one form that {@link YamlLines} reads without a library. */
final class YamlWriter {
  private final StringBuilder out = new StringBuilder();

  String write(YamlMapping mapping) {
    block(mapping, 0);
    return out.toString();
  }

  private void block(YamlMapping mapping, int depth) {
    for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
      out.append("  ".repeat(depth));
      scalar(entry.getKey(), false);
      out.append(':');
      if (entry.getValue() instanceof YamlMapping inner && !inner.entries().isEmpty()) {
        out.append('\n');
        block(inner, depth + 1);
      } else {
        out.append(' ');
        flow(entry.getValue());
        out.append('\n');
      }
    }
  }

  private void flow(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      scalar(scalar.text(), scalar.plain());
    } else if (node instanceof YamlSequence sequence) {
      List<YamlNode> elements = sequence.elements();
      out.append('[');
      for (int i = 0; i < elements.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        flow(elements.get(i));
      }
      out.append(']');
    } else if (node instanceof YamlMapping mapping) {
      String separator = "";
      out.append('{');
      for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
        out.append(separator);
        scalar(entry.getKey(), false);
        out.append(": ");
        flow(entry.getValue());
        separator = ", ";
      }
      out.append('}');
    }
  }

  private void scalar(String text, boolean plain) {
    if (plain && text.isEmpty()) {
      out.append('~');
    } else if (plain ? isPlainNumberOrWord(text) : isSafePlain(text)) {
      out.append(text);
    } else {
      quoted(text);
    }
  }

  /** What was plain may stay so when it is plain in flow sequences too. */
  private static boolean isPlainNumberOrWord(String text) {
    int from = text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    for (int i = from; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return canStartPlain(text.charAt(from));
  }

  /** Whether a text is a text to every YAML tool when it has no quotes. */
  private static boolean isSafePlain(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return !isKeyword(text);
  }

  private static boolean isKeyword(String text) {
    return text.length() <= 5
        && switch (text.toLowerCase(Locale.ROOT)) {
          case "y", "yes", "n", "no", "on", "off", "true", "false", "null" -> true;
          default -> false;
        };
  }

  private void quoted(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' '
              || (c > '~' && c < 0xA0)
              || c == 0x2028
              || c == 0x2029
              || c == 0xFEFF
              || c >= 0xFFF0) {
            escaped(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private void escaped(char c) {
    String digits = Integer.toHexString(c);
    out.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
  }

  static boolean isPlain(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || "_./-+@".indexOf(c) >= 0;
  }

  static boolean canStartPlain(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '/';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
