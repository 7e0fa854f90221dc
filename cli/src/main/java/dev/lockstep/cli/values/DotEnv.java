package dev.lockstep.cli.values;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code KEY=VALUE} lines, as shells and many tools keep them.
 *
 * <p>Blank lines and lines that begin with {@code #} are skipped, {@code export} before a key is
 * allowed. An unquoted value ends at the line's end or at a {@code #} behind a space. In single
 * quotes everything stands for itself; in double quotes {@code \n}, {@code \r}, {@code \t}, {@code
 * \"}, {@code \\}, {@code \$} and an escaped backtick are escapes. Quoted values may span lines.
 * Nothing is interpolated: a {@code $} is a {@code $}.
 *
 * <p>A value of several lines that somebody forgot to quote must not become keys, because keys are
 * shown and stored in the open. So a line that may be the rest of one is refused, by its number.
 */
final class DotEnv {
  /** What has no such key is taken for a part of a value, and so never shown. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  /** A last line of base64 that is shorter than this cannot be told from a key. */
  private static final int LONGEST_EMPTY = 32;

  private final String text;
  private final ValueSink sink;
  private int position;
  private int line = 1;
  private boolean refusedBefore;

  private DotEnv(String text, ValueSink sink) {
    this.text = text;
    this.sink = sink;
  }

  static void read(String text, ValueSink sink) {
    DotEnv reader = new DotEnv(text.replace("\r\n", "\n"), sink);
    while (reader.position < reader.text.length()) {
      reader.readLine();
    }
  }

  /** Whether the first line that says something looks like one of these. */
  static boolean looksLike(String text) {
    for (String candidate : text.split("\n", -1)) {
      String stripped = candidate.strip();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        continue;
      }
      int equals = stripped.indexOf('=');
      int colon = stripped.indexOf(':');
      return equals > 0 && (colon < 0 || equals < colon);
    }
    return false;
  }

  private void readLine() {
    skipSpaces();
    if (atLineEnd() || text.charAt(position) == '#') {
      skipLine();
      return;
    }
    int start = line;
    int end = text.indexOf('\n', position);
    String whole = text.substring(position, end < 0 ? text.length() : end);
    int equals = whole.indexOf('=');
    String key = equals < 0 ? "" : whole.substring(0, equals).strip();
    if (key.startsWith("export ")) {
      key = key.substring("export ".length()).strip();
    }
    String rest = whole.substring(equals + 1).strip();
    if (!KEY.matcher(key).matches() || endsBase64(key, rest)) {
      sink.problem("line " + start + " is not KEY=VALUE (a value of several lines needs quotes)");
      refusedBefore = true;
      skipLine();
      return;
    }
    refusedBefore = false;
    if (rest.startsWith("-----BEGIN") && !rest.contains("-----END")) {
      sink.problem("the key or certificate that line " + start + " begins needs quotes around it");
      skipBlock();
      return;
    }
    position += equals + 1;
    skipSpaces();
    char first = atLineEnd() ? '\n' : text.charAt(position);
    String value = first == '"' || first == '\'' ? quoted(first, start) : unquoted();
    if (value != null) {
      sink.value(key, value);
    }
  }

  /** Whether what looks like a key may be the last line of base64, and the rest its padding. */
  private boolean endsBase64(String key, String rest) {
    if (rest.equals("=")) {
      return true;
    }
    if (!rest.isEmpty()) {
      return false;
    }
    // LONG_NAMES_LIKE_THIS_ONE may be empty: base64 of that length has letters of both cases.
    boolean name =
        key.indexOf('_') >= 0
            && (key.equals(key.toUpperCase(Locale.ROOT))
                || key.equals(key.toLowerCase(Locale.ROOT)));
    return refusedBefore || (key.length() > LONGEST_EMPTY && !name);
  }

  /** Goes behind the end of a PEM block, which is said to be wrong once and not line by line. */
  private void skipBlock() {
    boolean ended = false;
    while (!ended && position < text.length()) {
      int end = text.indexOf('\n', position);
      ended = text.substring(position, end < 0 ? text.length() : end).contains("-----END");
      skipLine();
    }
  }

  private String unquoted() {
    int end = text.indexOf('\n', position);
    String rest = text.substring(position, end < 0 ? text.length() : end);
    skipLine();
    for (int i = 0; i < rest.length(); i++) {
      boolean spaced = i == 0 || rest.charAt(i - 1) == ' ' || rest.charAt(i - 1) == '\t';
      if (rest.charAt(i) == '#' && spaced) {
        return rest.substring(0, i).strip();
      }
    }
    return rest.strip();
  }

  private @Nullable String quoted(char quote, int start) {
    StringBuilder value = new StringBuilder();
    for (position++; position < text.length(); position++) {
      char c = text.charAt(position);
      if (c == quote) {
        position++;
        skipSpaces();
        if (!atLineEnd() && text.charAt(position) != '#') {
          sink.problem("line " + line + " goes on behind the closing quote");
        }
        skipLine();
        return value.toString();
      }
      if (c == '\n') {
        line++;
      }
      if (c == '\\' && quote == '"' && position + 1 < text.length()) {
        position++;
        escape(value, text.charAt(position));
      } else {
        value.append(c);
      }
    }
    sink.problem("the quote that line " + start + " opens is never closed");
    return null;
  }

  private void escape(StringBuilder value, char escaped) {
    switch (escaped) {
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case '"', '\\', '$', '`' -> value.append(escaped);
      default -> {
        if (escaped == '\n') {
          line++;
        }
        value.append('\\').append(escaped);
      }
    }
  }

  private void skipSpaces() {
    while (position < text.length()
        && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
      position++;
    }
  }

  private boolean atLineEnd() {
    return position >= text.length() || text.charAt(position) == '\n';
  }

  private void skipLine() {
    int end = text.indexOf('\n', position);
    position = end < 0 ? text.length() : end + 1;
    line++;
  }
}
