package dev.lockstep.testing.azure;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks the vault's protocol with nothing of the SDK in between. */
final class VaultClient {
  private static final String VERSION = "api-version=7.6";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  VaultClient(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** A status and a body. */
  record Answer(int status, HttpResponse<String> response) {
    JsonObject json() {
      return Json.readObject(response.body());
    }

    String code() {
      return json().object("error").string("code");
    }

    String inner() {
      return json().object("error").object("innererror").string("code");
    }

    /** The last part of {@code id}. */
    String version() {
      String id = json().string("id");
      return id.substring(id.lastIndexOf('/') + 1);
    }
  }

  Answer get(String path) {
    return send("GET", path, null, true);
  }

  Answer set(String name, String value) {
    return set(name, Map.of("value", value));
  }

  Answer set(String name, Map<String, Object> body) {
    return send("PUT", "/secrets/" + name, Json.write(new LinkedHashMap<>(body)), true);
  }

  Answer patch(String path, Map<String, Object> body) {
    return send("PATCH", path, Json.write(body), true);
  }

  Answer delete(String path) {
    return send("DELETE", path, null, true);
  }

  Answer recover(String name) {
    return send("POST", "/deletedsecrets/" + name + "/recover", null, true);
  }

  Answer send(String method, String path, @Nullable String body, boolean token) {
    String query = path.contains("api-version") ? "" : (path.contains("?") ? "&" : "?") + VERSION;
    return sendExactly(method, endpoint + path + query, body, token);
  }

  Answer sendExactly(String method, String url, @Nullable String body, boolean token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token) {
      request.header("Authorization", "Bearer token");
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
