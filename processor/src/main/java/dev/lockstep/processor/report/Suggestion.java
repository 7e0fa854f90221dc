package dev.lockstep.processor.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for messages: what was probably meant, and lists that stay short. */
public final class Suggestion {
  private static final int MOST = 10;

  private Suggestion() {}

  /**
   * The candidate nearest to what was written, when it is at most max(1, a third of its length)
   * edits away, and something of what was written is left in it. A swap of neighbours is one edit.
   */
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    int allowed = Math.max(1, written.length() / 3);
    boolean related = bestDistance == 0 || bestDistance < written.length();
    return bestDistance <= allowed && related ? Optional.ofNullable(best) : Optional.empty();
  }

  /** {@code " Did you mean 'x'?"}, or nothing. */
  public static String didYouMean(String written, Collection<String> candidates) {
    return nearest(written, candidates).map(word -> "Did you mean '" + word + "'?").orElse("");
  }

  /** At most ten, in their order: {@code a, b and 3 more}. */
  public static String list(Collection<String> words) {
    return list(words, ", ");
  }

  public static String list(Collection<String> words, String separator) {
    List<String> shown = words.stream().limit(MOST).toList();
    String text = String.join(separator, shown);
    return words.size() > MOST ? text + separator + "and " + (words.size() - MOST) + " more" : text;
  }

  /** At most ten, each in quotes. */
  public static String quoted(Collection<String> words) {
    return list(words.stream().map(word -> "'" + word + "'").collect(Collectors.toList()));
  }

  private static int distance(String a, String b) {
    // A word that is far longer needs no table: names may be of any length.
    if (Math.abs(a.length() - b.length()) > Math.max(1, a.length() / 3)) {
      return Integer.MAX_VALUE;
    }
    int[] beforePrevious = new int[0];
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      beforePrevious = previous;
      previous = current;
    }
    return previous[b.length()];
  }
}
