package dev.lockstep.testing.vault;

import dev.lockstep.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param body the JSON object, or null for an empty answer
 * @param headers beside those of every answer
 */
record VaultAnswer(
    int status, @Nullable Map<String, @Nullable Object> body, Map<String, String> headers) {
  static final VaultAnswer NOTHING = new VaultAnswer(204, null, Map.of());

  /** Allowed, but not there. */
  static final VaultAnswer ABSENT = new VaultAnswer(404, Map.of("errors", List.of()), Map.of());

  static final VaultAnswer DENIED = error(403, "1 error occurred:\n\t* permission denied\n\n");

  static final VaultAnswer UNSUPPORTED =
      error(405, "1 error occurred:\n\t* unsupported operation\n\n");

  static VaultAnswer error(int status, String message) {
    return new VaultAnswer(status, Map.of("errors", List.of(message)), Map.of());
  }

  static VaultAnswer noHandler(String path) {
    return error(404, "no handler for route \"" + path + "\". route entry not found.");
  }

  static VaultAnswer data(Map<String, ?> data) {
    return data(200, data);
  }

  static VaultAnswer data(int status, Map<String, ?> data) {
    return new VaultAnswer(status, envelope(data, null), Map.of());
  }

  static VaultAnswer auth(Map<String, ?> auth) {
    return new VaultAnswer(200, envelope(null, auth), Map.of());
  }

  private static Map<String, @Nullable Object> envelope(
      @Nullable Map<String, ?> data, @Nullable Map<String, ?> auth) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("request_id", "00000000-0000-0000-0000-000000000000");
    body.put("lease_id", "");
    body.put("renewable", false);
    body.put("lease_duration", 0);
    body.put("data", data);
    body.put("wrap_info", null);
    body.put("warnings", null);
    body.put("auth", auth);
    return body;
  }

  String json() {
    return body == null ? "" : Json.write(body) + "\n";
  }
}
