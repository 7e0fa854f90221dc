package dev.lockstep.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes YAML documents whose root is a mapping. */
public final class Yaml {
  private Yaml() {}

  /**
   * Reads a document; an empty one is an empty mapping. Anchors, aliases, tags and keys that are
   * not scalars are refused: the files that Lockstep keeps have no use for them.
   *
   * @throws YamlFormatException naming the line; it quotes nothing of the text
   */
  public static YamlMapping read(String text) {
    YamlMapping mapping = readLines(text);
    return mapping == null ? YamlLibrary.read(text).root() : mapping;
  }

  /**
   * The text of a file.
   *
   * @throws YamlFormatException when it is not UTF-8, which would not be written back as it was
   */
  public static String text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    // What cannot be decoded becomes this character.
    int at = text.indexOf('\uFFFD');
    if (at >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
      int line = 1;
      for (int i = 0; i < at; i++) {
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
      throw new YamlFormatException("the file is not UTF-8", line);
    }
    return text;
  }

  /** Writes a document. Reading it gives an equal one, line numbers aside. */
  public static String write(YamlMapping mapping) {
    return mapping.entries().isEmpty() ? "" : new YamlWriter().write(mapping);
  }

  /**
   * The same document in the form that {@link YamlLines} reads, with the end marker if the text has
   * one.
   *
   * @throws YamlFormatException see {@link #read}
   */
  public static String canonical(String text) {
    YamlLibrary.Document document = YamlLibrary.read(text);
    return write(document.root()) + (document.ended() ? "...\n" : "");
  }

  /** What the lines hold, or null when they are not of the simple form. */
  private static @Nullable YamlMapping readLines(String text) {
    YamlLines lines = new YamlLines(text);
    Deque<Map<String, YamlNode>> path = new ArrayDeque<>();
    Deque<String> keys = new ArrayDeque<>();
    Deque<Integer> numbers = new ArrayDeque<>();
    path.push(new LinkedHashMap<>());
    numbers.push(1);
    while (lines.next()) {
      close(path, keys, numbers, lines.depth());
      String key = lines.key();
      Map<String, YamlNode> current = path.element();
      if (current.containsKey(key)) {
        throw duplicate(key, lines.number());
      }
      YamlNode value = lines.value();
      if (value != null) {
        current.put(key, value);
      } else {
        // Keeps the place among the fields until the mapping is complete.
        current.put(key, YamlScalar.of(""));
        path.push(new LinkedHashMap<>());
        keys.push(key);
        numbers.push(lines.number());
      }
    }
    if (!lines.canonical()) {
      return null;
    }
    close(path, keys, numbers, 0);
    return new YamlMapping(path.element(), 1);
  }

  private static void close(
      Deque<Map<String, YamlNode>> path, Deque<String> keys, Deque<Integer> numbers, int depth) {
    while (path.size() > depth + 1) {
      YamlMapping complete = new YamlMapping(path.pop(), numbers.pop());
      path.element().put(keys.pop(), complete);
    }
  }

  /** The refusal of a field that is there twice. */
  public static YamlFormatException duplicate(String key, int line) {
    return new YamlFormatException("the field '" + key + "' is there twice", line);
  }
}
