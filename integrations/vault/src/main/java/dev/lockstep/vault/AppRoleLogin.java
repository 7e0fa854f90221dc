package dev.lockstep.vault;

import dev.lockstep.json.Json;
import dev.lockstep.secret.provider.ProviderFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A login with a role's id and, unless the role needs none, a secret id. */
final class AppRoleLogin implements VaultLogin {
  private final String mount;
  private final String roleId;
  private final @Nullable String secretId;
  private final @Nullable Path secretIdFile;

  AppRoleLogin(
      String mount, String roleId, @Nullable String secretId, @Nullable Path secretIdFile) {
    this.mount = mount;
    this.roleId = roleId;
    this.secretId = secretId;
    this.secretIdFile = secretIdFile;
  }

  @Override
  public VaultToken login(VaultHttp http, Instant now) throws ProviderFailure {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("role_id", roleId);
    if (secretId != null) {
      body.put("secret_id", secretId);
    } else if (secretIdFile != null) {
      body.put("secret_id", VaultLogin.read(secretIdFile, "secret_id_file"));
    }
    VaultResponse response = http.send("POST", "auth/" + mount + "/login", null, Json.write(body));
    if (!response.isSuccess()) {
      throw VaultFailures.ofLogin(
          response,
          "AppRole at auth/" + mount,
          "check auth_mount, role_id and secret_id; a secret id may have expired or been used up");
    }
    return VaultToken.of(response, now);
  }

  @Override
  public boolean tellsHowLong() {
    return true;
  }
}
