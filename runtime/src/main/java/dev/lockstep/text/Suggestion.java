package dev.lockstep.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what someone probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate closest to a name that does not exist, when it is close enough to be a slip:
   * within {@code max(1, length / 3)} edits, where an edit inserts, deletes or replaces a character
   * or swaps two neighbours. Upper and lower case count as equal. Of several equally close ones it
   * is the first in alphabetical order.
   */
  public static Optional<String> closest(String wrong, Collection<String> candidates) {
    String folded = wrong.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, wrong.length() / 3);
    String best = null;
    int bestDistance = limit + 1;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - wrong.length()) > limit) {
        continue;
      }
      int distance = distance(folded, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance
          || (distance == bestDistance && best != null && candidate.compareTo(best) < 0)) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code " Did you mean 'x'?"}, or the empty text when nothing is close. */
  public static String didYouMean(String wrong, Collection<String> candidates) {
    Optional<String> closest = closest(wrong, candidates);
    return closest.isPresent() ? " Did you mean '" + closest.get() + "'?" : "";
  }

  /** {@code " (did you mean 'x'?)"}, or the empty text when nothing is close. */
  public static String inParentheses(String wrong, Collection<String> candidates) {
    Optional<String> closest = closest(wrong, candidates);
    return closest.isPresent() ? " (did you mean '" + closest.get() + "'?)" : "";
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        current[j] = best;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = current;
      current = free;
    }
    return last[b.length()];
  }
}
