package dev.lockstep.testing.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Google's Secret Manager in the test's process, over REST. It is as strict as the real one: ids,
 * labels, annotations and sizes, replication, states of versions, {@code latest} as the newest
 * version in whatever state, etags, checksums, pages. Any credentials will do.
 *
 * <pre>{@code
 * try (SecretManagerDouble google = SecretManagerDouble.start()) {
 *   SecretManagerServiceSettings.newHttpJsonBuilder()
 *       .setEndpoint(google.endpoint().toString())
 *       .setCredentialsProvider(NoCredentialsProvider.create())
 *   ...
 * }
 * }</pre>
 *
 * <p>Methods have the names of the <a
 * href="https://cloud.google.com/secret-manager/docs/reference/rpc/google.cloud.secretmanager.v1">
 * reference</a>, such as {@code AccessSecretVersion}. Permissions, replication, rotation, topics
 * and expiration are accepted where they may stand, and do nothing.
 */
public final class SecretManagerDouble extends GoogleDouble {
  private final SecretManagerState state = new SecretManagerState();

  private SecretManagerDouble() {}

  /** Starts one without any secret, on a free port of this machine. */
  public static SecretManagerDouble start() {
    return started(new SecretManagerDouble());
  }

  /** From now on {@code ListSecrets} shows what there is now, as a listing that lags behind. */
  public void freezeListing() {
    state.freezeListing();
  }

  /** Undoes {@link #freezeListing}. */
  public void thawListing() {
    state.thawListing();
  }

  @Override
  RestAnswer answer(RestRequest request) throws Refusal {
    SecretPath path = SecretPath.of(request.path());
    String call = request.verb() + " " + shape(path);
    boolean numbers = request.parameter("$alt").contains("enum-encoding=int");
    String size = request.parameter("pageSize");
    String token = request.parameter("pageToken");
    String filter = request.parameter("filter");
    switch (call) {
      case "GET secrets" -> {
        switches.arrive("ListSecrets");
        return RestAnswer.json(state.list(path, filter, size, token));
      }
      case "POST secrets" -> {
        switches.arrive("CreateSecret");
        return RestAnswer.json(state.create(path, request.parameter("secretId"), request.json()));
      }
      case "GET secret" -> {
        switches.arrive("GetSecret");
        return RestAnswer.json(state.get(path));
      }
      case "PATCH secret" -> {
        switches.arrive("UpdateSecret");
        return RestAnswer.json(state.update(path, request.json(), request.parameter("updateMask")));
      }
      case "DELETE secret" -> {
        switches.arrive("DeleteSecret");
        return RestAnswer.json(state.delete(path, request.parameter("etag")));
      }
      case "POST secret:addVersion" -> {
        switches.arrive("AddSecretVersion");
        return RestAnswer.json(state.addVersion(path, request.json(), numbers));
      }
      case "GET versions" -> {
        switches.arrive("ListSecretVersions");
        return RestAnswer.json(state.listVersions(path, filter, size, token, numbers));
      }
      case "GET version" -> {
        switches.arrive("GetSecretVersion");
        return RestAnswer.json(state.getVersion(path, numbers));
      }
      case "GET version:access" -> {
        switches.arrive("AccessSecretVersion");
        return RestAnswer.json(state.access(path));
      }
      case "POST version:enable" -> {
        switches.arrive("EnableSecretVersion");
        return RestAnswer.json(state.changeVersion(path, "enable", request.json(), numbers));
      }
      case "POST version:disable" -> {
        switches.arrive("DisableSecretVersion");
        return RestAnswer.json(state.changeVersion(path, "disable", request.json(), numbers));
      }
      case "POST version:destroy" -> {
        switches.arrive("DestroySecretVersion");
        return RestAnswer.json(state.changeVersion(path, "destroy", request.json(), numbers));
      }
      default -> throw new Refusal(GoogleStatus.UNIMPLEMENTED, "This double knows no such method.");
    }
  }

  private static String shape(SecretPath path) {
    String shape =
        path.secret().isEmpty()
            ? "secrets"
            : !path.versions() ? "secret" : path.version().isEmpty() ? "versions" : "version";
    return path.verb().isEmpty() ? shape : shape + ":" + path.verb();
  }

  @Override
  RestAnswer error(Refusal refusal) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", refusal.status().http());
    error.put("message", refusal.text());
    error.put("status", refusal.status().name());
    error.put("details", List.of());
    return RestAnswer.json(refusal.status().http(), Map.of("error", error));
  }
}
