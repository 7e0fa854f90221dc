package dev.lockstep.testing.vault;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logins with a service account's token, which is shown to the cluster's TokenReview at the
 * configured {@code kubernetes_host}.
 */
final class KubernetesLogin implements LoginMethod {
  private static final String REVIEWS = "/apis/authentication.k8s.io/v1/tokenreviews";
  private static final int PATIENCE_MILLIS = 10_000;

  private record Role(VaultTokens.Kind kind, List<String> names, List<String> namespaces) {}

  private final Map<String, Role> roles = new HashMap<>();
  private final VaultTokens tokens;
  private String host = "";

  KubernetesLogin(VaultTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public VaultAnswer answer(VaultRequest request) {
    String path = request.path();
    if (path.equals("config")) {
      host = request.text("kubernetes_host");
      return VaultAnswer.NOTHING;
    }
    if (path.startsWith("role/")) {
      roles.put(
          path.substring("role/".length()),
          new Role(
              LoginMethod.kind(request),
              LoginMethod.strings(request.body(), "bound_service_account_names"),
              LoginMethod.strings(request.body(), "bound_service_account_namespaces")));
      return VaultAnswer.NOTHING;
    }
    return path.equals("login") ? login(request) : VaultAnswer.noHandler(path);
  }

  private VaultAnswer login(VaultRequest request) {
    if (host.isEmpty()) {
      return VaultAnswer.error(500, "could not load backend configuration");
    }
    Role role = roles.get(request.text("role"));
    if (role == null) {
      return VaultAnswer.error(400, "invalid role name \"" + request.text("role") + "\"");
    }
    String[] user = review(request.text("jwt")).split(":", -1);
    boolean allowed =
        user.length == 4 && isBound(role.namespaces(), user[2]) && isBound(role.names(), user[3]);
    return allowed
        ? tokens.login(tokens.issue(request.namespace(), role.kind()))
        : VaultAnswer.error(403, "permission denied");
  }

  private static boolean isBound(List<String> bound, String name) {
    return bound.contains("*") || bound.contains(name);
  }

  /** The name of whom the cluster knows by that token, or an empty text. */
  private String review(String jwt) {
    try {
      HttpURLConnection call =
          (HttpURLConnection) URI.create(host + REVIEWS).toURL().openConnection();
      call.setConnectTimeout(PATIENCE_MILLIS);
      call.setReadTimeout(PATIENCE_MILLIS);
      call.setDoOutput(true);
      call.setRequestProperty("Content-Type", "application/json");
      call.getOutputStream()
          .write(
              Json.write(
                      Map.of(
                          "apiVersion",
                          "authentication.k8s.io/v1",
                          "kind",
                          "TokenReview",
                          "spec",
                          Map.of("token", jwt)))
                  .getBytes(StandardCharsets.UTF_8));
      try (InputStream in = call.getInputStream()) {
        JsonObject status = Json.readObject(in).object("status");
        return status.flag("authenticated", false) ? status.object("user").string("username") : "";
      }
    } catch (IOException | JsonFormatException e) {
      return "";
    }
  }
}
