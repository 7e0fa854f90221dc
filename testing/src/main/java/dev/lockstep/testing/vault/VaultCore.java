package dev.lockstep.testing.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides who may do what, and hands requests to what is mounted. Guarded by its user. */
final class VaultCore {
  private static final String MOUNTS = "sys/internal/ui/mounts/";

  private final Map<String, VaultNamespace> namespaces = new HashMap<>();
  private final Clock clock;
  private final VaultTokens tokens;

  VaultCore(Clock clock) {
    this.clock = clock;
    this.tokens = new VaultTokens(clock);
    VaultNamespace root = new VaultNamespace();
    root.mounts.put("secret/", new KvMount(clock));
    namespaces.put("", root);
  }

  String issueRootToken() {
    return tokens.issueRoot().id();
  }

  VaultAnswer answer(VaultRequest request) {
    VaultNamespace namespace = namespaces.get(request.namespace());
    if (namespace == null) {
      return VaultAnswer.error(404, "namespace not found");
    }
    String path = request.path();
    String login = path.startsWith("auth/") ? VaultNamespace.prefix(namespace.logins, path) : null;
    if (login != null && path.equals(login + "login")) {
      return forLogin(namespace, login, request);
    }
    VaultTokens.Token token = tokens.find(request.token());
    if (token == null) {
      return VaultAnswer.error(403, "permission denied");
    }
    if (path.startsWith(MOUNTS)) {
      return describeMount(namespace, token, path.substring(MOUNTS.length()) + "/");
    }
    String mount = VaultNamespace.prefix(namespace.mounts, path);
    Mount engine = mount == null ? null : namespace.mounts.get(mount);
    String rest = mount == null ? "" : path.substring(mount.length());
    if (!allows(token, request, capability(request, engine, rest))) {
      return VaultAnswer.DENIED;
    }
    if (engine != null && mount != null) {
      return engine.answer(request.below(mount));
    }
    if (login != null) {
      return forLogin(namespace, login, request);
    }
    if (path.startsWith("auth/token/")) {
      return ofTokens(token, request);
    }
    return path.startsWith("sys/") ? ofSystem(namespace, request) : VaultAnswer.noHandler(path);
  }

  private static VaultAnswer forLogin(
      VaultNamespace namespace, String login, VaultRequest request) {
    LoginMethod method = namespace.logins.get(login);
    return method == null
        ? VaultAnswer.noHandler(request.path())
        : method.answer(request.below(login));
  }

  private static String capability(VaultRequest request, @Nullable Mount engine, String rest) {
    return switch (request.method()) {
      case "GET" -> "read";
      case "LIST" -> "list";
      case "DELETE" -> "delete";
      default -> engine != null && !engine.isThere(rest) ? "create" : "update";
    };
  }

  private boolean allows(VaultTokens.Token token, VaultRequest request, String capability) {
    String home = token.namespace();
    String there = request.namespace();
    if (!home.isEmpty() && !there.equals(home) && !there.startsWith(home + "/")) {
      return false;
    }
    if (token.isRoot()) {
      return true;
    }
    String below =
        there.substring(Math.min(there.length(), home.isEmpty() ? 0 : home.length() + 1));
    String path = below.isEmpty() ? request.path() : below + "/" + request.path();
    for (VaultPolicy policy : policies(token)) {
      if (policy.allows(path, capability)) {
        return true;
      }
    }
    return false;
  }

  private List<VaultPolicy> policies(VaultTokens.Token token) {
    List<VaultPolicy> policies = new ArrayList<>();
    VaultNamespace home = namespaces.get(token.namespace());
    for (String name : token.kind().policies()) {
      VaultPolicy policy = home == null ? null : home.policies.get(name);
      if (policy != null) {
        policies.add(policy);
      }
    }
    return policies;
  }

  /** Whoever may do anything below a mount may know what it is. */
  private VaultAnswer describeMount(
      VaultNamespace namespace, VaultTokens.Token token, String path) {
    Mount mount = namespace.mounts.get(path);
    boolean known = token.isRoot();
    for (VaultPolicy policy : policies(token)) {
      known |= policy.touches(path);
    }
    return mount == null || !known
        ? VaultAnswer.error(
            403,
            "preflight capability check returned 403, please ensure client's policies grant access"
                + " to path \""
                + path
                + "\"")
        : VaultAnswer.data(
            Map.of("type", "kv", "path", path, "options", Map.of("version", mount.version())));
  }

  private VaultAnswer ofTokens(VaultTokens.Token token, VaultRequest request) {
    return switch (request.path()) {
      case "auth/token/lookup-self" -> tokens.describe(token);
      case "auth/token/renew-self" -> tokens.renew(token);
      case "auth/token/revoke-self" -> {
        tokens.revoke(token.id());
        yield VaultAnswer.NOTHING;
      }
      case "auth/token/revoke" -> {
        tokens.revoke(request.text("token"));
        yield VaultAnswer.NOTHING;
      }
      case "auth/token/create" -> {
        List<String> policies = new ArrayList<>(request.body().strings("policies"));
        if (policies.isEmpty()) {
          policies.addAll(token.kind().policies());
        } else if (!request.body().flag("no_default_policy", false)) {
          policies.add("default");
        }
        boolean batch = request.text("type").equals("batch");
        if (batch && policies.contains(VaultTokens.ROOT)) {
          yield VaultAnswer.error(400, "batch tokens cannot be root tokens");
        }
        yield tokens.login(
            tokens.issue(
                request.namespace(),
                new VaultTokens.Kind(
                    policies,
                    Duration.ofSeconds(request.seconds("ttl")),
                    Duration.ofSeconds(request.seconds("explicit_max_ttl")),
                    batch,
                    request.body().flag("renewable", true))));
      }
      default -> VaultAnswer.error(404, "1 error occurred:\n\t* unsupported path\n\n");
    };
  }

  private VaultAnswer ofSystem(VaultNamespace namespace, VaultRequest request) {
    String path = request.path();
    if (path.startsWith("sys/mounts/")) {
      String mount = path.substring("sys/mounts/".length()) + "/";
      if (request.method().equals("DELETE")) {
        namespace.mounts.remove(mount);
      } else {
        boolean old =
            !"2".equals(String.valueOf(request.body().object("options").fields().get("version")));
        namespace.mounts.put(mount, old ? new OldKvMount() : new KvMount(clock));
      }
      return VaultAnswer.NOTHING;
    }
    if (path.startsWith("sys/auth/")) {
      namespace.logins.put(
          "auth/" + path.substring("sys/auth/".length()) + "/",
          request.text("type").equals("kubernetes")
              ? new KubernetesLogin(tokens)
              : new AppRoleLogin(tokens));
      return VaultAnswer.NOTHING;
    }
    if (path.startsWith("sys/policies/acl/")) {
      namespace.policies.put(
          path.substring("sys/policies/acl/".length()), VaultPolicy.parse(request.text("policy")));
      return VaultAnswer.NOTHING;
    }
    if (path.startsWith("sys/leases/revoke-prefix/auth/")) {
      tokens.revokeAllButRoot(); // Not only those of that login: nobody uses two here.
      return VaultAnswer.NOTHING;
    }
    if (path.startsWith("sys/namespaces/")) {
      String below = path.substring("sys/namespaces/".length());
      String full = request.namespace().isEmpty() ? below : request.namespace() + "/" + below;
      namespaces.put(full, new VaultNamespace());
      return VaultAnswer.data(Map.of("path", full + "/"));
    }
    return VaultAnswer.error(404, "1 error occurred:\n\t* unsupported path\n\n");
  }
}
