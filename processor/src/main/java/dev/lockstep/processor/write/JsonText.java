package dev.lockstep.processor.write;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;

/** Writes indented JSON. Fields without content are left out by whoever calls. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final Deque<Boolean> empty = new ArrayDeque<>();

  JsonText beginObject() {
    return begin('{');
  }

  JsonText endObject() {
    return end('}');
  }

  JsonText beginArray() {
    return begin('[');
  }

  JsonText endArray() {
    return end(']');
  }

  /** Starts an element of an array; values follow. */
  JsonText item() {
    separate();
    return this;
  }

  JsonText name(String name) {
    separate();
    quote(name);
    text.append(": ");
    return this;
  }

  JsonText value(String value) {
    quote(value);
    return this;
  }

  JsonText value(long value) {
    text.append(value);
    return this;
  }

  JsonText value(boolean value) {
    text.append(value);
    return this;
  }

  /** A field, unless its value is empty or the one that readers assume. */
  JsonText field(String name, String value, String assumed) {
    return value.equals(assumed) ? this : name(name).value(value);
  }

  /** A list of texts on one line, unless it is empty. */
  JsonText field(String name, Collection<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    name(name);
    text.append('[');
    boolean first = true;
    for (String value : values) {
      text.append(first ? "" : ", ");
      quote(value);
      first = false;
    }
    text.append(']');
    return this;
  }

  @Override
  public String toString() {
    return text + "\n";
  }

  private JsonText begin(char bracket) {
    text.append(bracket);
    empty.push(true);
    return this;
  }

  private JsonText end(char bracket) {
    if (!empty.pop()) {
      newLine();
    }
    text.append(bracket);
    return this;
  }

  private void separate() {
    if (!empty.pop()) {
      text.append(',');
    }
    empty.push(false);
    newLine();
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(empty.size()));
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          // Half a surrogate pair has no UTF-8 form.
          if (c < ' ' || c == 0x7f || isLoneSurrogate(value, i)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isLoneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
