package dev.lockstep.docs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page shows, compared with what was printed: all of it, in its order. A line {@code ...}
 * stands for any number of lines, and {@code ...} in a line for any text.
 */
final class Expected {
  private static final String ANYTHING = "...";

  private Expected() {}

  static boolean matches(List<String> shown, List<String> printed) {
    return matches(shown, 0, printed, 0);
  }

  private static boolean matches(List<String> shown, int s, List<String> printed, int p) {
    if (s == shown.size()) {
      return p == printed.size();
    }
    if (shown.get(s).equals(ANYTHING)) {
      for (int rest = p; rest <= printed.size(); rest++) {
        if (matches(shown, s + 1, printed, rest)) {
          return true;
        }
      }
      return false;
    }
    return p < printed.size()
        && line(shown.get(s)).matcher(printed.get(p)).matches()
        && matches(shown, s + 1, printed, p + 1);
  }

  private static Pattern line(String shown) {
    StringBuilder pattern = new StringBuilder();
    for (String part : shown.split(Pattern.quote(ANYTHING), -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString());
  }
}
