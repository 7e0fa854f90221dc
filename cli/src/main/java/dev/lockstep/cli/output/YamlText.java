package dev.lockstep.cli.output;

import dev.lockstep.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists and plain values as block YAML. */
final class YamlText {
  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Object data) {
    YamlText text = new YamlText();
    text.block(data, 0);
    return text.out.toString();
  }

  private void block(@Nullable Object data, int indent) {
    if (data instanceof Map<?, ?> map && !map.isEmpty()) {
      boolean first = true;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        // The first line of a mapping inside a sequence stands behind the sequence's hyphen.
        out.append(first && follows() ? "" : " ".repeat(indent));
        out.append(scalar(String.valueOf(entry.getKey()))).append(':');
        value(entry.getValue(), indent);
        first = false;
      }
    } else if (data instanceof List<?> list && !list.isEmpty()) {
      for (Object element : list) {
        out.append(follows() ? "" : " ".repeat(indent)).append("- ");
        block(element, indent + 2);
      }
    } else {
      out.append(scalar(data)).append('\n');
    }
  }

  private void value(@Nullable Object value, int indent) {
    if ((value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty())) {
      out.append('\n');
      block(value, indent + 2);
    } else {
      out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private boolean follows() {
    return out.length() > 0 && out.charAt(out.length() - 1) != '\n';
  }

  private static String scalar(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return Json.write(value);
    }
    return plain(text) ? text : quoted(text);
  }

  /** A JSON text is a YAML text, but for the control characters that YAML wants escaped. */
  private static String quoted(String text) {
    String json = Json.write(text);
    StringBuilder quoted = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c >= 0x7f && c <= 0x9f) {
        quoted.append("\\x").append(Integer.toHexString(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.toString();
  }

  /** Whether every YAML tool takes the text for a text without quotes. */
  private static boolean plain(String text) {
    if (text.isEmpty() || !letter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!letter(c) && !(c >= '0' && c <= '9') && c != '_' && c != '-' && c != '.' && c != '/') {
        return false;
      }
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "false", "yes", "no", "on", "off", "y", "n", "null" -> false;
      default -> true;
    };
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
