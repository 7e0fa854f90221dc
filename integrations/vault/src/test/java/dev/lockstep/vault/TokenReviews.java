package dev.lockstep.vault;

import com.sun.net.httpserver.HttpServer;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The part of a cluster that says whose token one is. */
final class TokenReviews implements AutoCloseable {
  private final HttpServer server;
  private final Set<String> valid = ConcurrentHashMap.newKeySet();

  TokenReviews() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.createContext(
        "/apis/authentication.k8s.io/v1/tokenreviews",
        exchange -> {
          try (exchange;
              InputStream in = exchange.getRequestBody()) {
            JsonObject review = Json.readObject(in);
            byte[] answer =
                Json.write(status(review.object("spec").string("token")))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  private Map<String, Object> status(String token) {
    Map<String, Object> status =
        valid.contains(token)
            ? Map.of(
                "authenticated",
                true,
                "audiences",
                List.of("vault"),
                "user",
                Map.of(
                    "username",
                    "system:serviceaccount:shop:churn",
                    "uid",
                    "1",
                    "groups",
                    List.of("system:serviceaccounts")))
            : Map.of("authenticated", false, "error", "unknown");
    return Map.of(
        "apiVersion", "authentication.k8s.io/v1", "kind", "TokenReview", "status", status);
  }

  String host() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token of the service account {@code churn} in the namespace {@code shop}. */
  String issue(String id) {
    long now = Instant.now().getEpochSecond();
    String token =
        part("{\"alg\":\"RS256\"}")
            + "."
            + part(
                "{\"jti\":\""
                    + id
                    + "\",\"iss\":\"kubernetes/serviceaccount\",\"iat\":"
                    + now
                    + ",\"nbf\":"
                    + (now - 10)
                    + ",\"exp\":"
                    + (now + 3600)
                    + ","
                    + "\"sub\":\"system:serviceaccount:shop:churn\",\"aud\":[\"vault\"],"
                    + "\"kubernetes.io\":{\"namespace\":\"shop\",\"serviceaccount\":"
                    + "{\"name\":\"churn\",\"uid\":\"1\"}}}")
            + "."
            + part("signature");
    valid.add(token);
    return token;
  }

  void revoke(String token) {
    valid.remove(token);
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
