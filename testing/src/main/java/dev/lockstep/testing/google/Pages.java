package dev.lockstep.testing.google;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists page by page. The token of a page is the name of its first element, so that what comes and
 * goes meanwhile moves nothing from one page to another.
 */
final class Pages {
  private Pages() {}

  /**
   * One page.
   *
   * @param names in the order of the list
   * @param size how many elements a page has at most
   */
  static List<String> page(List<String> names, String token, int size) throws Refusal {
    int start = 0;
    if (!token.isEmpty()) {
      if (!token.startsWith("page:")) {
        throw SecretRules.invalid("Invalid page token.");
      }
      String first = token.substring("page:".length());
      while (start < names.size() && names.get(start).compareTo(first) < 0) {
        start++;
      }
    }
    return new ArrayList<>(names.subList(start, Math.min(names.size(), start + size)));
  }

  /** The token of the page behind one, or null when that was the last. */
  static @Nullable String next(List<String> names, List<String> page) {
    if (page.isEmpty()) {
      return null;
    }
    int end = names.indexOf(page.get(page.size() - 1)) + 1;
    return end < names.size() ? "page:" + names.get(end) : null;
  }

  /** How many elements a request wants on a page. */
  static int size(String wanted, int absent, int most) throws Refusal {
    if (wanted.isEmpty() || wanted.equals("0")) {
      return absent;
    }
    try {
      int size = Integer.parseInt(wanted);
      if (size < 0) {
        throw SecretRules.invalid("The page size is negative.");
      }
      return Math.min(size, most);
    } catch (NumberFormatException e) {
      throw SecretRules.invalid("The page size is not a number.");
    }
  }

  static Map<String, Object> answer(String field, List<?> elements, @Nullable String next) {
    Map<String, Object> answer = new LinkedHashMap<>();
    if (!elements.isEmpty()) {
      answer.put(field, elements);
    }
    if (next != null) {
      answer.put("nextPageToken", next);
    }
    return answer;
  }
}
