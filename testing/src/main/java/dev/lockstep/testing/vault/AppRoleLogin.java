package dev.lockstep.testing.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Logins with a role's id and one of its secret ids, which may be usable a few times only. */
final class AppRoleLogin implements LoginMethod {
  private static final class Role {
    final VaultTokens.Kind kind;
    final long uses;
    final String id = UUID.randomUUID().toString();
    final Map<String, Long> secretIds = new HashMap<>();

    Role(VaultTokens.Kind kind, long uses) {
      this.kind = kind;
      this.uses = uses;
    }
  }

  private final Map<String, Role> roles = new HashMap<>();
  private final VaultTokens tokens;

  AppRoleLogin(VaultTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public VaultAnswer answer(VaultRequest request) {
    String[] path = request.path().split("/", -1);
    if (request.path().equals("login")) {
      return login(request);
    }
    if (path.length < 2 || !path[0].equals("role")) {
      return VaultAnswer.error(404, "1 error occurred:\n\t* unsupported path\n\n");
    }
    if (path.length == 2) {
      roles.put(
          path[1],
          new Role(LoginMethod.kind(request), request.body().number("secret_id_num_uses", 0)));
      return VaultAnswer.NOTHING;
    }
    Role role = roles.get(path[1]);
    if (role == null) {
      return VaultAnswer.ABSENT;
    }
    if (path[2].equals("role-id")) {
      return VaultAnswer.data(Map.of("role_id", role.id));
    }
    String secretId = UUID.randomUUID().toString();
    role.secretIds.put(secretId, role.uses);
    return VaultAnswer.data(
        Map.of("secret_id", secretId, "secret_id_num_uses", role.uses, "secret_id_ttl", 0));
  }

  private VaultAnswer login(VaultRequest request) {
    Role role = find(request.text("role_id"));
    String secretId = request.text("secret_id");
    Long left = role == null ? null : role.secretIds.get(secretId);
    if (role == null || left == null) {
      return VaultAnswer.error(400, "invalid role or secret ID");
    }
    if (left == 1) {
      role.secretIds.remove(secretId);
    } else if (left > 1) {
      role.secretIds.put(secretId, left - 1);
    }
    return tokens.login(tokens.issue(request.namespace(), role.kind));
  }

  private @Nullable Role find(String id) {
    for (Role role : roles.values()) {
      if (role.id.equals(id)) {
        return role;
      }
    }
    return null;
  }
}
