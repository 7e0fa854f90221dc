package dev.lockstep.testing.azure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands after the question mark of a request's address. */
record RequestQuery(Map<String, String> parameters) {
  static RequestQuery parse(@Nullable String raw) {
    Map<String, String> parameters = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return new RequestQuery(parameters);
  }

  @Nullable String get(String name) {
    return parameters.get(name);
  }

  int number(String name, int absent) {
    String value = parameters.get(name);
    try {
      return value == null ? absent : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw VaultFailure.badParameter("The query parameter " + name + " is not a number.");
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
