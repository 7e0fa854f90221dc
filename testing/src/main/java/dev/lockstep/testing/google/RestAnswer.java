package dev.lockstep.testing.google;

import dev.lockstep.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a double answers.
 *
 * @param sent how many bytes of the body are sent before the connection ends; all, as a rule
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, sent once, never compared.
record RestAnswer(int status, Map<String, String> headers, byte[] body, int sent) {
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json; charset=UTF-8");

  RestAnswer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, body.length);
  }

  static RestAnswer json(Object value) {
    return json(200, value);
  }

  static RestAnswer json(int status, Object value) {
    return new RestAnswer(status, JSON, Json.write(value).getBytes(StandardCharsets.UTF_8));
  }

  static RestAnswer empty(int status, Map<String, String> headers) {
    return new RestAnswer(status, headers, new byte[0]);
  }
}
