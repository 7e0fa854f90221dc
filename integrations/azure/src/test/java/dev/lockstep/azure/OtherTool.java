package dev.lockstep.azure;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.azure.KeyVaultDouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Whoever else uses the vault: speaks its protocol, and knows nothing of Lockstep. */
final class OtherTool {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private OtherTool() {}

  static void store(KeyVaultDouble vault, String id, String value) {
    JsonObject unused = send(vault, "PUT", "/secrets/" + id, Map.of("value", value));
  }

  static JsonObject read(KeyVaultDouble vault, String path) {
    return send(vault, "GET", path, Map.of());
  }

  static JsonObject send(
      KeyVaultDouble vault, String method, String path, Map<String, Object> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(vault.endpoint() + path + "?api-version=7.6"))
            .header("Authorization", "Bearer token")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new AssertionError(method + " " + path + " is answered by " + answer.statusCode());
      }
      return answer.body().isEmpty() ? new JsonObject(Map.of()) : Json.readObject(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
