package dev.lockstep.testing.aws;

import dev.lockstep.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One condition of a listing: any of the values begins what the key names, unless it has a {@code
 * !} before it.
 */
record ListFilter(String key, List<String> values) {
  /** What the tokens of further pages begin with. */
  static final String TOKEN = "page-from:";

  private static final int MOST = 10;
  private static final Set<String> KEYS =
      Set.of(
          "description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all");

  static List<ListFilter> all(List<JsonObject> filters) {
    if (filters.size() > MOST) {
      throw ServiceError.validation("Value at 'filters' has more than " + MOST + " members");
    }
    List<ListFilter> all = new ArrayList<>();
    for (JsonObject filter : filters) {
      String key = filter.string("Key");
      List<String> values = filter.strings("Values");
      if (!KEYS.contains(key) || values.isEmpty() || values.size() > MOST) {
        throw ServiceError.validation("Value at 'filters' failed to satisfy constraint");
      }
      all.add(new ListFilter(key, values));
    }
    return all;
  }

  static boolean matches(List<ListFilter> filters, StoredSecret secret) {
    for (ListFilter filter : filters) {
      if (!filter.matches(secret)) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(StoredSecret secret) {
    for (String value : values) {
      boolean not = value.startsWith("!");
      if (begins(secret, not ? value.substring(1) : value) != not) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(StoredSecret secret, String start) {
    return switch (key) {
      case "name" -> secret.name().startsWith(start);
      case "tag-key" -> secret.tags().keySet().stream().anyMatch(each -> each.startsWith(start));
      case "tag-value" -> secret.tags().values().stream().anyMatch(each -> each.startsWith(start));
      case "all" -> secret.name().startsWith(start);
      default -> false;
    };
  }
}
