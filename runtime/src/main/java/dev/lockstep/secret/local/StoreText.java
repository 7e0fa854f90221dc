package dev.lockstep.secret.local;

import dev.lockstep.secret.encryption.StoreHeader;
import dev.lockstep.yaml.Yaml;
import dev.lockstep.yaml.YamlFormatException;
import dev.lockstep.yaml.YamlLines;
import dev.lockstep.yaml.YamlMapping;
import dev.lockstep.yaml.YamlNode;
import dev.lockstep.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The text of a store, and where in it each secret stands. Immutable. Reading it notes positions
 * and builds nothing; a secret is parsed when it is asked for, and a change replaces the secret's
 * lines and copies all others as they are.
 *
 * <pre>
 * format: 1
 * encryption: aes-256-gcm
 * key_check: "..."
 * secrets:
 *   warehouse:
 *     type: warehouse
 *     version: 3
 *     updated: "2026-11-21T10:00:00Z"
 *     values:
 *       password: "..."
 * ...
 * </pre>
 *
 * <p>The last line is YAML's end marker: without it the file was cut off.
 */
final class StoreText {
  private static final String VERSION = "1";
  private static final String END = "...\n";
  private static final String SECRETS = "secrets";
  private static final String HEADER =
      "# Secrets, kept by lockstep. Change them with 'lockstep secret'.\n";

  /** Numbers that are noted for each secret: see {@link #note}. */
  private static final int NOTES = 4;

  private final String text;
  private final Map<String, String> header = new LinkedHashMap<>();
  private int[] notes = new int[NOTES * 16];
  private int size;

  /** Where the line {@code secrets:} starts; the end of the fields when there is none. */
  private int secretsStart = -1;

  /** Where the lines of the last secret end. */
  private int secretsEnd = -1;

  private StoreText(String text) {
    this.text = text;
  }

  /** A store without secrets. */
  static StoreText empty(StoreHeader header) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    fields.put("format", new YamlScalar(VERSION, true, 0));
    header.fields().forEach((field, text) -> fields.put(field, YamlScalar.of(text)));
    return read(HEADER + Yaml.write(YamlMapping.of(fields)) + END);
  }

  /**
   * Finds the secrets in a text.
   *
   * @throws YamlFormatException when it is not a store, naming the line
   */
  static StoreText read(String text) {
    StoreText store = new StoreText(text);
    YamlLines lines = new YamlLines(text);
    store.scan(lines);
    if (!lines.canonical() || (lines.ended() && !text.endsWith(END))) {
      // Edited by hand: the same in the form that we write.
      store = new StoreText(Yaml.canonical(text));
      lines = YamlLines.ofWritten(store.text);
      store.scan(lines);
    }
    if (!VERSION.equals(store.header.get("format"))) {
      throw new YamlFormatException(
          "the format is not "
              + VERSION
              + ", the only one that this version of lockstep reads (or the file is no store)",
          1);
    }
    if (store.header.containsKey(SECRETS)) {
      throw new YamlFormatException("the field 'secrets' is not a mapping", lines.number());
    }
    if (!lines.ended()) {
      throw new YamlFormatException(
          "the end marker '...' is missing: the file was cut off", lines.number());
    }
    return store;
  }

  private void scan(YamlLines lines) {
    boolean inSecrets = false;
    Set<String> fields = new HashSet<>();
    while (lines.next()) {
      if (lines.depth() == 0) {
        if (inSecrets) {
          endLast(lines.start());
          secretsEnd = lines.start();
        }
        if (!fields.add(lines.key())) {
          throw Yaml.duplicate(lines.key(), lines.number());
        }
        inSecrets = lines.keyIs(SECRETS);
        if (inSecrets) {
          secretsStart = lines.start();
        }
        if (lines.value() instanceof YamlScalar scalar) {
          header.put(lines.key(), scalar.text());
        }
      } else if (inSecrets && lines.depth() == 1) {
        endLast(lines.start());
        note(lines);
      }
    }
    int end = text.endsWith(END) ? text.length() - END.length() : text.length();
    if (inSecrets) {
      endLast(end);
    }
    secretsEnd = inSecrets || secretsEnd < 0 ? end : secretsEnd;
    secretsStart = secretsStart < 0 ? end : secretsStart;
  }

  /** For each secret: start and end of its name, start and end of its lines. */
  private void note(YamlLines lines) {
    if (size * NOTES == notes.length) {
      notes = Arrays.copyOf(notes, notes.length * 2);
    }
    int at = size * NOTES;
    notes[at] = lines.keyStart();
    notes[at + 1] = lines.keyEnd();
    notes[at + 2] = lines.start();
    size++;
  }

  private void endLast(int position) {
    if (size > 0 && notes[size * NOTES - 1] == 0) {
      notes[size * NOTES - 1] = position;
    }
  }

  /** How many secrets there are. */
  int size() {
    return size;
  }

  /** How values stand in it. */
  StoreHeader header() {
    return StoreHeader.of(header);
  }

  /** The names of all secrets, in the store's order. */
  List<String> names() {
    List<String> names = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      names.add(name(i));
    }
    return names;
  }

  String name(int index) {
    return text.substring(notes[index * NOTES], notes[index * NOTES + 1]);
  }

  /** The number of the secret with that name, or -1. */
  int find(String name) {
    int found = -1;
    for (int i = 0; i < size; i++) {
      int start = notes[i * NOTES];
      if (notes[i * NOTES + 1] - start == name.length() && text.startsWith(name, start)) {
        if (found >= 0) {
          throw twice(i);
        }
        found = i;
      }
    }
    return found;
  }

  /** The numbers of all secrets by their names, for whoever looks for many. */
  Map<String, Integer> index() {
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (index.put(name(i), i) != null) {
        throw twice(i);
      }
    }
    return index;
  }

  private YamlFormatException twice(int index) {
    return new YamlFormatException("the secret '" + name(index) + "' is there twice", line(index));
  }

  /** The fields of a secret. */
  YamlMapping fields(int index) {
    YamlMapping read =
        Yaml.read("s:\n" + text.substring(notes[index * NOTES + 2], notes[index * NOTES + 3]));
    return read.mapping("s").mapping(name(index));
  }

  /** The line on which a secret starts. */
  private int line(int index) {
    int line = 1;
    for (int i = 0; i < notes[index * NOTES + 2]; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /**
   * The store with secrets added, or replaced where they are there.
   *
   * @param secrets their fields, by their names
   */
  String with(Map<String, YamlMapping> secrets) {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (Map.Entry<String, YamlMapping> secret : secrets.entrySet()) {
      String block =
          Yaml.write(
              YamlMapping.of(
                  Map.of(SECRETS, YamlMapping.of(Map.of(secret.getKey(), secret.getValue())))));
      blocks.put(secret.getKey(), block.substring(SECRETS.length() + 2));
    }
    StringBuilder all = new StringBuilder(text.length() + 256 * blocks.size());
    int copied = 0;
    for (int i = 0; i < size && !blocks.isEmpty(); i++) {
      String block = blocks.remove(name(i));
      if (block != null) {
        all.append(text, copied, notes[i * NOTES + 2]).append(block);
        copied = notes[i * NOTES + 3];
      }
    }
    if (size == 0) {
      all.append(text, 0, secretsStart).append(SECRETS + ":\n");
    } else {
      all.append(text, copied, secretsEnd);
    }
    for (String block : blocks.values()) {
      all.append(block);
    }
    return all.append(text, secretsEnd, text.length()).toString();
  }

  /** The store whose values stand in it in another way; the values are to be replaced as well. */
  StoreText withHeader(StoreHeader fresh) {
    YamlMapping old = Yaml.read(text.substring(0, secretsStart) + text.substring(secretsEnd));
    Map<String, YamlNode> fields = new LinkedHashMap<>(old.entries());
    fields.keySet().removeAll(StoreHeader.NAMES);
    fresh.fields().forEach((field, value) -> fields.put(field, YamlScalar.of(value)));
    return read(
        HEADER
            + Yaml.write(YamlMapping.of(fields))
            + text.substring(secretsStart, secretsEnd)
            + END);
  }

  /** The store without the secrets that are chosen by their names. */
  String without(Predicate<String> chosen) {
    StringBuilder rest = new StringBuilder(text.length());
    for (int i = 0; i < size; i++) {
      if (!chosen.test(name(i))) {
        rest.append(text, notes[i * NOTES + 2], notes[i * NOTES + 3]);
      }
    }
    return text.substring(0, secretsStart)
        + (rest.length() == 0 ? "" : SECRETS + ":\n")
        + rest
        + text.substring(secretsEnd);
  }
}
