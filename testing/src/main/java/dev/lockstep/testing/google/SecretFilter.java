package dev.lockstep.testing.google;

import java.util.Map;

/**
 * The part of the <a href="https://cloud.google.com/secret-manager/docs/filtering">language of
 * filters</a> that tells secrets by name and labels: {@code name:TEXT}, {@code labels.KEY=VALUE},
 * {@code labels.KEY:VALUE}, {@code labels.KEY:*}, with {@code AND} or a space between them.
 * Anything else is refused rather than misunderstood.
 */
final class SecretFilter {
  private SecretFilter() {}

  static boolean matches(String filter, String name, Map<String, String> labels) throws Refusal {
    boolean matches = true;
    for (String term : filter.trim().split("\\s+(AND\\s+)?", -1)) {
      matches &= term.isEmpty() || matchesTerm(term, name, labels);
    }
    return matches;
  }

  private static boolean matchesTerm(String term, String name, Map<String, String> labels)
      throws Refusal {
    int operator = 0;
    while (operator < term.length() && "=:".indexOf(term.charAt(operator)) < 0) {
      operator++;
    }
    String field = term.substring(0, operator);
    if (operator < term.length()) {
      boolean has = term.charAt(operator) == ':';
      String value = unquoted(term.substring(operator + 1));
      if (field.equals("name") && has) {
        return name.contains(value);
      }
      if (field.startsWith("labels.")) {
        String label = labels.get(unquoted(field.substring("labels.".length())));
        return label != null && (label.equals(value) || (has && value.equals("*")));
      }
    }
    throw SecretRules.invalid("Invalid filter: this double knows names and labels only.");
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
