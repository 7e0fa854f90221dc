package dev.lockstep.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Walks over the lines of a YAML text that is written the way {@link YamlWriter} writes: block
 * mappings indented by two spaces, each key with a mapping below it or with a scalar on its line.
 *
 * <p>Lockstep's own files are of this form until someone edits them by hand, and a small part of a
 * large file is found without building objects for the rest and without loading a YAML library,
 * which is most of the time that reading a small file takes in a young JVM. For every other YAML
 * {@link #next} stops and {@link #canonical} turns false: the caller then has {@link Yaml} read the
 * text with the library. Both readings give the same.
 */
public final class YamlLines {
  private static final int INDENT = 2;

  private final String text;
  private final boolean written;
  private int position;
  private int number;
  private boolean canonical = true;
  private boolean ended;
  private int start;
  private int end;
  private int depth = -1;
  private int keyStart;
  private int keyEnd;
  private int valueStart;
  private boolean open = true;

  /** Starts before the first line of any text. */
  public YamlLines(String text) {
    this(text, false);
  }

  private YamlLines(String text, boolean written) {
    this.text = text;
    this.written = written;
  }

  /**
   * Starts before the first line of a text that {@link Yaml#canonical} made: what stands behind a
   * key is then known to be complete, so that values which need the library to be read (escapes,
   * sequences) do not end the walk.
   */
  public static YamlLines ofWritten(String text) {
    return new YamlLines(text, true);
  }

  /** Steps to the next line that holds a key; false at the end or when the form is not met. */
  public boolean next() {
    while (canonical && !ended && position < text.length()) {
      start = position;
      int newline = text.indexOf('\n', start);
      end = newline < 0 ? text.length() : newline;
      position = newline < 0 ? text.length() : newline + 1;
      number++;
      if (start == end) {
        continue;
      }
      if (text.charAt(start) == '#') {
        canonical = isAscii(start, end);
        continue;
      }
      if (end - start == 3 && text.startsWith("...", start)) {
        // The marker ends a document, so there must be one.
        canonical = depth >= 0;
        ended = true;
        break;
      }
      canonical = readKey();
      return canonical;
    }
    // A key without a value and without a mapping below it is a null, which is not written.
    canonical &= !open || depth < 0;
    // After the end marker nothing may follow.
    canonical &= !ended || position >= text.length();
    return false;
  }

  private boolean readKey() {
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    int indent = at - start;
    int newDepth = indent / INDENT;
    // One deeper is right below an open key only, and below an open key nothing else is right.
    if (indent % INDENT != 0 || at == end || (open ? newDepth != depth + 1 : newDepth > depth)) {
      return false;
    }
    if (text.charAt(at) == '"') {
      keyStart = at + 1;
      keyEnd = closingQuote(keyStart);
      if (keyEnd < 0 || keyEnd >= end || (!written && !simple(keyStart, keyEnd))) {
        return false;
      }
      at = keyEnd + 1;
    } else {
      keyStart = at;
      while (at < end && YamlWriter.isPlain(text.charAt(at))) {
        at++;
      }
      keyEnd = at;
      if (keyEnd == keyStart || !YamlWriter.canStartPlain(text.charAt(keyStart))) {
        return false;
      }
    }
    if (at >= end || text.charAt(at) != ':') {
      return false;
    }
    at++;
    depth = newDepth;
    open = at == end;
    valueStart = at + 1;
    return open || (text.charAt(at) == ' ' && (written || isScalar(valueStart)));
  }

  private boolean isScalar(int from) {
    if (from >= end) {
      return false;
    }
    if (text.charAt(from) == '"') {
      int close = text.indexOf('"', from + 1);
      if (close != end - 1) {
        // Escaped quotes; the library reads them.
        return false;
      }
      return simple(from + 1, close);
    }
    if (!YamlWriter.canStartPlain(text.charAt(from))) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (!YamlWriter.isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int closingQuote(int from) {
    int close = text.indexOf('"', from);
    while (written && close > 0 && text.charAt(close - 1) == '\\') {
      // An even number of backslashes escapes itself and not the quote.
      int slashes = 1;
      while (text.charAt(close - 1 - slashes) == '\\') {
        slashes++;
      }
      if (slashes % 2 == 0) {
        break;
      }
      close = text.indexOf('"', close + 1);
    }
    return close;
  }

  /** Whether there is printable ASCII only: a line break of another kind would end a comment. */
  private boolean isAscii(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether a quoted text stands for itself: printable ASCII without escapes. */
  private boolean simple(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\\') {
        return false;
      }
    }
    return isAscii(from, to);
  }

  /** Whether everything so far was of the expected form. */
  public boolean canonical() {
    return canonical;
  }

  /** Whether the end marker {@code ...} was met. */
  public boolean ended() {
    return ended;
  }

  /** The line's number, from 1. */
  public int number() {
    return number;
  }

  /** Where the line starts in the text. */
  public int start() {
    return start;
  }

  /** How many mappings the key is in, less one: 0 for a field of the document. */
  public int depth() {
    return depth;
  }

  public int keyStart() {
    return keyStart;
  }

  public int keyEnd() {
    return keyEnd;
  }

  /** The key. */
  public String key() {
    return text.substring(keyStart, keyEnd);
  }

  /** Whether the key is this one; builds nothing. */
  public boolean keyIs(String key) {
    return keyEnd - keyStart == key.length() && text.startsWith(key, keyStart);
  }

  /** What stands on the key's line, or null when a mapping follows on the next lines. */
  public @Nullable YamlNode value() {
    if (open) {
      return null;
    }
    if (written && !isScalar(valueStart)) {
      return Yaml.read("v: " + text.substring(valueStart, end)).entries().get("v");
    }
    return text.charAt(valueStart) == '"'
        ? new YamlScalar(text.substring(valueStart + 1, end - 1), false, number)
        : new YamlScalar(text.substring(valueStart, end), true, number);
  }
}
