package dev.lockstep.testing.vault;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method the verb; a GET with {@code list=true} is a LIST, and a PUT a POST
 * @param namespace where it goes, without slashes around it; empty for the root
 * @param path what follows {@code /v1/}
 * @param query the parameters of the address
 * @param token the token that came with it, or null
 * @param body the JSON object that came with it, or an empty one
 */
record VaultRequest(
    String method,
    String namespace,
    String path,
    Map<String, String> query,
    @Nullable String token,
    JsonObject body) {

  /** The same request, as a mount sees it: with the rest of the path. */
  VaultRequest below(String mount) {
    return new VaultRequest(method, namespace, path.substring(mount.length()), query, token, body);
  }

  /** A text of the body, empty when it is absent or no text. */
  String text(String field) {
    return body.fields().get(field) instanceof String text ? text : "";
  }

  /** A duration of the body in seconds, written as a number or as in {@code 30s, 5m, 1h}. */
  long seconds(String field) {
    Object value = body.fields().get(field);
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (!(value instanceof String text) || text.isEmpty()) {
      return 0;
    }
    long unit =
        switch (text.charAt(text.length() - 1)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3600;
          default -> 0;
        };
    try {
      return unit == 0
          ? Long.parseLong(text)
          : Long.parseLong(text.substring(0, text.length() - 1)) * unit;
    } catch (NumberFormatException e) {
      throw new JsonFormatException("the field '" + field + "' is not a duration");
    }
  }
}
