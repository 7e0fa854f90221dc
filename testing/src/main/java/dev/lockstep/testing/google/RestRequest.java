package dev.lockstep.testing.google;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read to its end.
 *
 * @param verb the HTTP method, which {@code X-HTTP-Method-Override} may say in place of POST
 * @param path the path's parts, decoded
 * @param query the parameters, decoded; of a repeated one the last
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, read once, never compared.
record RestRequest(
    String verb, List<String> path, Map<String, String> query, Headers headers, byte[] body) {

  static RestRequest read(HttpExchange exchange) throws IOException {
    // Every request is read to its end, or the connection could not be used again.
    byte[] body = exchange.getRequestBody().readAllBytes();
    Headers headers = exchange.getRequestHeaders();
    String override = headers.getFirst("X-HTTP-Method-Override");
    List<String> path = new ArrayList<>();
    for (String part : exchange.getRequestURI().getRawPath().substring(1).split("/", -1)) {
      // In a path a plus sign is itself.
      path.add(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return new RestRequest(
        override == null ? exchange.getRequestMethod() : override,
        Collections.unmodifiableList(path),
        query(exchange.getRequestURI().getRawQuery()),
        headers,
        body);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return Collections.unmodifiableMap(query);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A parameter, or the empty text. */
  String parameter(String name) {
    return query.getOrDefault(name, "");
  }

  @Nullable String header(String name) {
    return headers.getFirst(name);
  }

  /** The body, which has to be a JSON object; without any body, an empty one. */
  JsonObject json() throws Refusal {
    if (body.length == 0) {
      return new JsonObject(Map.of());
    }
    try {
      return Json.readObject(new String(body, StandardCharsets.UTF_8));
    } catch (JsonFormatException e) {
      throw new Refusal(
          GoogleStatus.INVALID_ARGUMENT, "Invalid JSON payload received: " + e.getMessage());
    }
  }
}
