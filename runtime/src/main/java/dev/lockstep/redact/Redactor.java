package dev.lockstep.redact;

import dev.lockstep.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Replaces the values of secrets in text by {@value SecretValue#MASK}: as they are, and in the
 * encodings in which programs print them. Longer values win over shorter ones and overlapping finds
 * become one mask, so that no piece of a value is left over.
 *
 * <p>Values are added as a run fetches them; all methods may be called from several threads.
 */
public final class Redactor {
  /** Shorter values are not masked: they would hide half of every line and guard nothing. */
  public static final int SHORTEST = 3;

  /** What stands for a text when masking it failed. */
  static final String WITHHELD = "[output withheld: it could not be checked for secrets]";

  /** Longest first; each is the ISO-8859-1 reading of the UTF-8 bytes to look for. */
  private volatile List<String> patterns = List.of();

  /** Masks nothing yet. */
  public Redactor() {}

  /** Adds values that must not be shown from now on. */
  public synchronized void add(Collection<SecretValue> values) {
    Set<String> all = new HashSet<>(patterns);
    int before = all.size();
    for (SecretValue value : values) {
      if (value.reveal().length() < SHORTEST) {
        continue;
      }
      for (String form : Encodings.of(value.reveal())) {
        if (form.length() >= SHORTEST) {
          all.add(form);
        }
      }
    }
    if (all.size() > before) {
      List<String> sorted = new ArrayList<>(all);
      sorted.sort(Comparator.comparingInt(String::length).reversed());
      patterns = List.copyOf(sorted);
    }
  }

  /** Whether there is anything to mask. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** The text with every value masked. When that fails, the text is replaced as a whole. */
  public String redact(String text) {
    if (patterns.isEmpty() || text.isEmpty()) {
      return text;
    }
    try {
      String bytes = latin1(text);
      String masked = mask(bytes, bytes.length(), patterns);
      return masked.equals(bytes)
          ? text
          : new String(masked.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    } catch (RuntimeException e) {
      return WITHHELD;
    }
  }

  /** The patterns as they are now, longest first. */
  List<String> patterns() {
    return patterns;
  }

  /** The bytes of a text in UTF-8, one character each, so that searching needs no code of ours. */
  static String latin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Masks what begins before {@code end}; text from there on is left as it is. */
  static String mask(String text, int end, List<String> patterns) {
    List<int[]> finds = finds(text, end, patterns);
    if (finds.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (int[] find : merged(finds)) {
      masked.append(text, from, find[0]).append(SecretValue.MASK);
      from = find[1];
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static List<int[]> finds(String text, int end, List<String> patterns) {
    List<int[]> finds = new ArrayList<>();
    for (String pattern : patterns) {
      int at = text.indexOf(pattern);
      while (at >= 0 && at < end) {
        finds.add(new int[] {at, at + pattern.length()});
        at = text.indexOf(pattern, at + 1);
      }
    }
    return finds;
  }

  private static List<int[]> merged(List<int[]> finds) {
    finds.sort(Comparator.comparingInt(find -> find[0]));
    List<int[]> merged = new ArrayList<>();
    int[] last = finds.get(0);
    for (int[] find : finds) {
      if (find[0] < last[1]) {
        last[1] = Math.max(last[1], find[1]);
      } else {
        merged.add(last);
        last = find;
      }
    }
    merged.add(last);
    return merged;
  }
}
