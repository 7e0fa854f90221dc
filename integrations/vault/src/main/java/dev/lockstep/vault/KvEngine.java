package dev.lockstep.vault;

import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a KV engine of version 2. Source: the HTTP API documentation of Vault and OpenBao,
 * {@code secret/kv/kv-v2}.
 */
final class KvEngine {
  private static final String MOUNTS = "sys/internal/ui/mounts/";

  private final String mount;
  private final VaultHttp http;
  private final VaultSession session;
  private volatile boolean isVersion2;

  KvEngine(String mount, VaultHttp http, VaultSession session) {
    this.mount = mount;
    this.http = http;
    this.session = session;
  }

  /** Whether a path needs no escape in an address. */
  static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && "_-./".indexOf(c) < 0) {
        return false;
      }
    }
    // Servers take dots as steps in the tree, and slashes that follow one another as one.
    String segments = "/" + path + "/";
    return !segments.contains("/./")
        && !segments.contains("/../")
        && !(path.contains("//") || path.startsWith("/"));
  }

  /** The newest version, unless there is none or it was deleted. */
  Optional<VaultResponse> read(String id) throws ProviderFailure {
    return present(call("GET", "/data/" + id, null), "GET", "/data/" + id);
  }

  /** What is known of an entry. */
  KvState state(String id) throws ProviderFailure {
    Optional<VaultResponse> response =
        present(call("GET", "/metadata/" + id, null), "GET", "/metadata/" + id);
    return response.isPresent() ? KvState.of(response.get()) : KvState.ABSENT;
  }

  /** The names in a folder, which is empty or ends with a slash; folders end with one. */
  List<String> list(String folder) throws ProviderFailure {
    String path = "/metadata/" + folder + "?list=true";
    Optional<VaultResponse> response = present(call("GET", path, null), "GET", path);
    if (response.isEmpty()) {
      return List.of();
    }
    JsonObject body = response.get().json();
    try {
      return body.object("data").strings("keys");
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.get().status());
    }
  }

  /**
   * Writes a version, if the newest one has that number.
   *
   * @return what is said of the entry, or null when the server refused
   */
  @Nullable Map<String, String> write(String id, String document, long version)
      throws ProviderFailure {
    VaultResponse response =
        call(
            "POST",
            "/data/" + id,
            "{\"options\":{\"cas\":" + version + "},\"data\":" + document + "}");
    if (response.status() == 400) {
      return null;
    }
    JsonObject body = succeeded(response, "POST", "/data/" + id).json();
    try {
      return KvState.custom(body.object("data"));
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.status());
    }
  }

  /**
   * Says something of an entry, in place of what was said.
   *
   * @param state what is known of it, with which the server has to agree if it counts this
   * @return false when the server refused
   */
  boolean describe(String id, KvState state, Map<String, String> custom) throws ProviderFailure {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("custom_metadata", custom);
    if (state.metadataVersion() != null) {
      body.put("metadata_cas", state.metadataVersion());
    }
    VaultResponse response = call("POST", "/metadata/" + id, Json.write(body));
    if (response.status() == 400) {
      return false;
    }
    done(response, "POST", "/metadata/" + id);
    return true;
  }

  /** Deletes the newest version, which can be restored. */
  void deleteNewest(String id) throws ProviderFailure {
    done(call("DELETE", "/data/" + id, null), "DELETE", "/data/" + id);
  }

  /** Restores a version. */
  void undelete(String id, long version) throws ProviderFailure {
    done(
        call("POST", "/undelete/" + id, "{\"versions\":[" + version + "]}"),
        "POST",
        "/undelete/" + id);
  }

  /** Deletes all versions and what is said of them, finally. */
  void deleteAll(String id) throws ProviderFailure {
    done(call("DELETE", "/metadata/" + id, null), "DELETE", "/metadata/" + id);
  }

  /** What the server refused for no other reason than what was sent. */
  ProviderFailure refusal() {
    return new ProviderFailure(
        ProviderFailure.Kind.INVALID,
        "HTTP 400",
        "check that the secret has less than 500 keys, and what the server's audit log says");
  }

  private VaultResponse call(String method, String path, @Nullable String body)
      throws ProviderFailure {
    String token = session.token();
    VaultResponse response = http.send(method, mount + path, token, body);
    if (response.status() == 403) {
      String fresh = session.afterRefusal(token);
      if (fresh != null) {
        return http.send(method, mount + path, fresh, body);
      }
    }
    return response;
  }

  private Optional<VaultResponse> present(VaultResponse response, String method, String path)
      throws ProviderFailure {
    if (response.isAbsence()) {
      checkVersion();
      return Optional.empty();
    }
    return Optional.of(succeeded(response, method, path));
  }

  private VaultResponse succeeded(VaultResponse response, String method, String path)
      throws ProviderFailure {
    if (!response.isSuccess()) {
      throw VaultFailures.of(response, method, mount + path);
    }
    return response;
  }

  private void done(VaultResponse response, String method, String path) throws ProviderFailure {
    if (succeeded(response, method, path).status() != 204) {
      // A warning of the server's, or what something else says that stands between.
      JsonObject unused = response.json();
    }
  }

  /**
   * A KV engine of version 1 answers as if the secret did not exist, and would take a write for a
   * secret called {@code data}. So the first absence is believed only when the mount is of version
   * 2, or when the server does not tell.
   */
  private void checkVersion() throws ProviderFailure {
    if (isVersion2) {
      return;
    }
    VaultResponse response = http.send("GET", MOUNTS + mount, session.token(), null);
    if (response.isSuccess()) {
      JsonObject body = response.json();
      String version;
      try {
        JsonObject options = body.object("data").objectOrNull("options");
        Object stated = options == null ? null : options.fields().get("version");
        version = stated == null ? "1" : stated.toString();
      } catch (JsonFormatException e) {
        throw VaultFailures.senseless(response.status());
      }
      if (!version.equals("2")) {
        throw new ProviderFailure(
            ProviderFailure.Kind.UNREACHABLE,
            "'" + mount + "' is no KV engine of version 2",
            "name one in the attribute mount, or let an administrator upgrade it");
      }
    } else if (response.status() != 403 && response.status() != 404) {
      throw VaultFailures.of(response, "GET", MOUNTS + mount);
    }
    isVersion2 = true;
  }
}
