package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Whoever sets a server up: plain requests with a token. */
record Admin(URI address, String token, String namespace) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** An answer of the server. */
  record Answer(int status, String text) {
    JsonObject json() {
      return Json.readObject(text);
    }

    JsonObject data() {
      return json().object("data");
    }

    JsonObject auth() {
      return json().object("auth");
    }

    List<String> errors() {
      return json().strings("errors");
    }
  }

  Admin in(String other) {
    return new Admin(address, token, other);
  }

  Admin as(String other) {
    return new Admin(address, other, namespace);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  Answer post(String path, Map<String, ?> body) {
    return post(path, Json.write(body));
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /** A post that has to succeed. */
  Answer make(String path, Map<String, ?> body) {
    Answer answer = post(path, body);
    assertThat(answer.status()).as(path + " " + answer.text()).isIn(200, 204);
    return answer;
  }

  Answer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/v1/" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("X-Vault-Token", token);
    if (!namespace.isEmpty()) {
      request.header("X-Vault-Namespace", namespace);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A token with one policy, which is made for it. */
  String tokenWith(String policy, String hcl) {
    make("sys/policies/acl/" + policy, Map.of("policy", hcl));
    return make("auth/token/create", Map.of("policies", List.of(policy), "ttl", "1h"))
        .auth()
        .string("client_token");
  }
}
