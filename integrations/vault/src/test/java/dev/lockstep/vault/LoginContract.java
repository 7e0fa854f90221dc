package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a component gets its token and keeps it, on the double and on the real server. */
abstract class LoginContract extends VaultContract {
  private static final String POLICY =
      """
      path "secret/data/*" { capabilities = ["read"] }
      """;

  @BeforeEach
  final void makeAReader() {
    root.make("sys/policies/acl/reader", Map.of("policy", POLICY));
    root.make("secret/data/a", Map.of("data", Map.of("k", "v")));
  }

  private static void assertReads(SecretsManager secrets) {
    assertThat(secrets.get("a")).isEqualTo(secret("a", "k", "v"));
  }

  private static void assertDenied(SecretsManager secrets, String words) {
    assertThatThrownBy(() -> secrets.get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("'prod'")
        .hasMessageContaining(words);
  }

  @Test
  void theTokenComesFromTheEnvironment() {
    try (SecretsManager secrets = Opened.over(vault, Map.of("VAULT_TOKEN", vault.rootToken()))) {
      assertReads(secrets);
    }
    try (SecretsManager secrets =
        Opened.over(vault, Map.of("VAULT_TOKEN", "wrong", "BAO_TOKEN", vault.rootToken()))) {
      assertReads(secrets);
    }
  }

  @Test
  void theTokenComesFromWhereALoginByHandLeavesIt() throws IOException {
    Map<String, String> environment = Map.of("HOME", folder.toString());
    assertDenied(Opened.over(vault, environment), "it has no token");
    Files.writeString(folder.resolve(".vault-token"), vault.rootToken() + "\n");

    assertReads(Opened.over(vault, environment));
  }

  @Test
  void aWrongTokenIsDeniedAndNotShown() {
    assertThatThrownBy(() -> Opened.over(vault, "token", "s.wrong").get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("HTTP 403")
        .hasMessageContaining("path \"secret/data/a\" { capabilities = [\"read\"] }")
        .hasMessageNotContaining("s.wrong");
    for (String odd : List.of("two\nlines", "sp ace", "\u00e4")) {
      assertThatThrownBy(() -> Opened.over(vault, "token", odd).get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("characters that no token has")
          .hasMessageNotContaining(odd);
    }
  }

  @Test
  void theFileOfATokenIsReadAgainWhenTheTokenIsRefused() throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, root.tokenWith("reader", POLICY) + "\n");
    SecretsManager secrets = Opened.over(vault, "token_file", file.toString());
    assertReads(secrets);

    root.make("auth/token/revoke", Map.of("token", Files.readString(file).strip()));
    assertDenied(secrets, "HTTP 403");
    Files.writeString(file, root.tokenWith("reader", POLICY));
    assertReads(secrets);
    Files.delete(file);
    assertReads(secrets);
    assertDenied(Opened.over(vault, "token_file", file.toString()), "cannot be read");
  }

  private Map<String, String> appRole(Map<String, ?> settings) {
    root.make("sys/auth/approle", Map.of("type", "approle"));
    Map<String, Object> role = new LinkedHashMap<>(settings);
    role.put("token_policies", List.of("reader"));
    root.make("auth/approle/role/r", role);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("role_id", root.get("auth/approle/role/r/role-id").data().string("role_id"));
    attributes.put("secret_id", secretId());
    return attributes;
  }

  private String secretId() {
    return root.make("auth/approle/role/r/secret-id", Map.of()).data().string("secret_id");
  }

  private SecretsManager withAppRole(Map<String, String> attributes) {
    return Opened.over(
        vault,
        "auth",
        "approle",
        "role_id",
        String.valueOf(attributes.get("role_id")),
        "secret_id",
        String.valueOf(attributes.get("secret_id")));
  }

  @Test
  void anAppRoleLogsInAndIsToldWhatItMayNotDo() {
    SecretsManager secrets = withAppRole(appRole(Map.of("token_ttl", "1h")));

    assertReads(secrets);
    assertThatThrownBy(() -> secrets.get("missing")).isInstanceOf(SecretNotFoundException.class);
    assertThatThrownBy(() -> secrets.register(secret("b", "k", "v")))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("path \"secret/metadata/b\" { capabilities = [\"read\"] }");
  }

  /** How many seconds a unit of time has; long where waiting for them costs nothing. */
  abstract int unit();

  @Test
  void aTokenIsRenewedBeforeItEnds() {
    SecretsManager secrets =
        withAppRole(
            appRole(
                Map.of(
                    "token_ttl",
                    6 * unit() + "s",
                    "token_max_ttl",
                    60 * unit() + "s",
                    "secret_id_num_uses",
                    1)));
    assertReads(secrets);

    // The secret id is used up: without renewals there would be no further token.
    for (int i = 0; i < 2; i++) {
      vault.pass(Duration.ofSeconds(4L * unit()));
      assertReads(secrets);
    }
  }

  @Test
  void aTokenThatCannotBeRenewedAnyMoreIsReplaced() {
    SecretsManager secrets = withAppRole(appRole(Map.of("token_ttl", "2s", "token_max_ttl", "3s")));
    for (int i = 0; i < 4; i++) {
      assertReads(secrets);
      vault.pass(Duration.ofSeconds(1));
    }
    vault.pass(Duration.ofSeconds(4));
    assertReads(secrets);
  }

  @Test
  void aBatchTokenIsReplacedWhenItEnds() {
    SecretsManager secrets = withAppRole(appRole(Map.of("token_ttl", "2s", "token_type", "batch")));
    for (int i = 0; i < 3; i++) {
      assertReads(secrets);
      vault.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void aTokenThatIsRevokedIsReplaced() {
    Map<String, String> attributes = appRole(Map.of("token_ttl", "1h"));
    SecretsManager secrets = withAppRole(attributes);
    assertReads(secrets);
    root.make("sys/leases/revoke-prefix/auth/approle/login", Map.of());

    assertReads(secrets);
  }

  @Test
  void aSecretIdThatIsUsedUpIsDeniedAndAFileBringsAnother() throws IOException {
    Map<String, String> attributes =
        appRole(Map.of("token_ttl", "2s", "token_type", "batch", "secret_id_num_uses", 1));
    Path file = folder.resolve("secret-id");
    Files.writeString(file, attributes.get("secret_id") + "\n");
    SecretsManager secrets =
        Opened.over(
            vault,
            "auth",
            "approle",
            "role_id",
            String.valueOf(attributes.get("role_id")),
            "secret_id_file",
            file.toString());
    assertReads(secrets);
    vault.pass(Duration.ofSeconds(2));

    assertDenied(secrets, "HTTP 400 at the login with AppRole");
    Files.writeString(file, secretId());
    assertReads(secrets);
  }

  @Test
  void aLoginMethodThatIsNotThereIsDenied() {
    assertDenied(
        Opened.over(vault, "auth", "approle", "role_id", "r", "auth_mount", "nowhere"),
        "at the login with AppRole at auth/nowhere. Fix: check auth_mount");
  }

  @Test
  void manyThreadsLogInOnce() throws Exception {
    SecretsManager secrets =
        withAppRole(appRole(Map.of("token_ttl", "1h", "secret_id_num_uses", 1)));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> reads = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        reads.add(
            () -> {
              assertReads(secrets);
              return true;
            });
      }
      for (Future<Boolean> read : threads.invokeAll(reads)) {
        assertThat(read.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aServiceAccountLogsInWithTheTokenOfTheMoment() throws IOException {
    try (TokenReviews cluster = new TokenReviews()) {
      root.make("sys/auth/kubernetes", Map.of("type", "kubernetes"));
      root.make(
          "auth/kubernetes/config",
          Map.of("kubernetes_host", cluster.host(), "kubernetes_ca_cert", Certificates.any()));
      root.make(
          "auth/kubernetes/role/churn",
          Map.of(
              "bound_service_account_names",
              List.of("churn"),
              "bound_service_account_namespaces",
              List.of("shop"),
              "token_policies",
              List.of("reader"),
              "token_type",
              "batch",
              "token_ttl",
              "2s"));
      Path file = folder.resolve("jwt");
      String first = cluster.issue("first");
      Files.writeString(file, first);
      SecretsManager secrets =
          Opened.over(vault, "auth", "kubernetes", "role", "churn", "jwt_file", file.toString());
      assertReads(secrets);
      cluster.revoke(first);
      vault.pass(Duration.ofSeconds(2));

      assertDenied(secrets, "HTTP 403 at the login with Kubernetes");
      Files.writeString(file, cluster.issue("second"));
      assertReads(secrets);
      assertDenied(
          Opened.over(vault, "auth", "kubernetes", "role", "none", "jwt_file", file.toString()),
          "HTTP 400 at the login with Kubernetes");
      Files.delete(file);
      assertDenied(
          Opened.over(vault, "auth", "kubernetes", "role", "churn", "jwt_file", file.toString()),
          "cannot be read");
    }
  }

  @Test
  void namespacesAreSeparate() {
    root.make("sys/namespaces/team", Map.of());
    root.in("team")
        .make("sys/mounts/secret", Map.of("type", "kv", "options", Map.of("version", "2")));
    SecretsManager team = Opened.over(vault, "namespace", "team/");
    team.register(secret("only-here", "k", "v"));

    assertThat(team.list()).containsExactly("only-here");
    assertThat(Opened.over(vault).list()).isEmpty();
    assertThat(
            Opened.over(vault, Map.of("VAULT_TOKEN", vault.rootToken(), "VAULT_NAMESPACE", "team"))
                .list())
        .containsExactly("only-here");
  }

  @Test
  void aMountOfAnotherNameIsUsed() {
    root.make("sys/mounts/team/kv", Map.of("type", "kv", "options", Map.of("version", "2")));
    SecretsManager secrets = Opened.over(vault, "mount", "/team/kv/");
    secrets.register(secret("b", "k", "v"));

    assertThat(secrets.list()).containsExactly("b");
    assertThat(root.get("team/kv/data/b").data().object("data").string("k")).isEqualTo("v");
  }
}
