package dev.lockstep.vault;

import dev.lockstep.json.Json;
import dev.lockstep.secret.provider.ProviderFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A login with the token of a pod's service account, which the cluster replaces now and then. */
final class KubernetesLogin implements VaultLogin {
  private final String mount;
  private final String role;
  private final Path jwtFile;

  KubernetesLogin(String mount, String role, Path jwtFile) {
    this.mount = mount;
    this.role = role;
    this.jwtFile = jwtFile;
  }

  @Override
  public VaultToken login(VaultHttp http, Instant now) throws ProviderFailure {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("role", role);
    body.put("jwt", VaultLogin.read(jwtFile, "jwt_file"));
    VaultResponse response = http.send("POST", "auth/" + mount + "/login", null, Json.write(body));
    if (!response.isSuccess()) {
      throw VaultFailures.ofLogin(
          response,
          "Kubernetes at auth/" + mount,
          "check auth_mount, and that the role '"
              + role
              + "' exists and is bound to this service account and namespace");
    }
    return VaultToken.of(response, now);
  }

  @Override
  public boolean tellsHowLong() {
    return true;
  }
}
