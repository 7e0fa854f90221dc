package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.SecretsManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of the server, and how often. */
final class CallsTest extends VaultTest {
  private List<String> callsOf(Runnable work) {
    int before = vault.calls().size();
    work.run();
    return vault.calls().subList(before, vault.calls().size());
  }

  @Test
  void aReadIsOneCall() {
    SecretsManager secrets = Opened.over(started);

    assertThat(callsOf(() -> secrets.get("a"))).containsExactly("GET secret/data/a");
    assertThat(callsOf(() -> secrets.getAll(List.of("a")))).containsExactly("GET secret/data/a");
  }

  @Test
  void theFirstAbsenceIsChecked() {
    SecretsManager secrets = Opened.over(started);

    assertThat(callsOf(() -> secrets.getAll(List.of("x"))))
        .containsExactly("GET secret/data/x", "GET sys/internal/ui/mounts/secret");
    assertThat(callsOf(() -> secrets.getAll(List.of("x")))).containsExactly("GET secret/data/x");
  }

  @Test
  void aWriteLooksAtTheEntryFirst() {
    SecretsManager secrets = Opened.over(started);

    assertThat(callsOf(() -> secrets.update(secret("a", "k", "2"))))
        .containsExactly("GET secret/metadata/a", "POST secret/data/a");
    assertThat(callsOf(() -> secrets.register(secret("b", "k", "2"))))
        .containsExactly(
            "GET secret/metadata/b",
            "GET sys/internal/ui/mounts/secret",
            "POST secret/metadata/b",
            "POST secret/data/b");
    assertThat(callsOf(() -> secrets.delete("b")))
        .containsExactly("GET secret/metadata/b", "DELETE secret/metadata/b");
  }

  @Test
  void aTokenThatWasGivenIsLookedAtOnlyWhereAProcessGoesOn() {
    String token = tokenForTenMinutes();
    SecretsManager secrets = Opened.over(started, "token", token);
    assertThat(callsOf(() -> secrets.get("a"))).containsExactly("GET secret/data/a");
    started.pass(Duration.ofMinutes(2));
    assertThat(callsOf(() -> secrets.get("a")))
        .containsExactly("GET auth/token/lookup-self", "GET secret/data/a");
    assertThat(callsOf(() -> secrets.get("a"))).containsExactly("GET secret/data/a");

    // Without renewals it would end after ten minutes.
    for (int i = 0; i < 4; i++) {
      started.pass(Duration.ofMinutes(7));
      assertThat(callsOf(() -> secrets.get("a")))
          .containsExactly("POST auth/token/renew-self", "GET secret/data/a");
    }
  }

  @Test
  void aTokenThatWasRevokedIsReplacedOnceForAllThreads() throws Exception {
    Admin root = started.admin();
    root.make("sys/auth/approle", Map.of("type", "approle"));
    root.make(
        "sys/policies/acl/reader",
        Map.of("policy", "path \"secret/data/*\" { capabilities = [\"read\"] }"));
    root.make("auth/approle/role/r", Map.of("token_policies", List.of("reader")));
    SecretsManager secrets =
        Opened.over(
            started,
            "auth",
            "approle",
            "role_id",
            root.get("auth/approle/role/r/role-id").data().string("role_id"),
            "secret_id",
            root.make("auth/approle/role/r/secret-id", Map.of()).data().string("secret_id"));
    secrets.get("a");
    root.make("sys/leases/revoke-prefix/auth/approle/login", Map.of());
    List<String> names = new ArrayList<>(List.of("a"));
    for (int i = 0; i < 30; i++) {
      names.add("missing-" + i);
    }

    assertThat(secrets.getAll(names)).containsOnlyKeys("a");
    assertThat(vault.calls()).filteredOn("POST auth/approle/login"::equals).hasSize(2);
  }

  @Test
  void noTokenAndNoValueIsInAPath() {
    assertThat(vault.calls()).noneMatch(call -> call.contains(vault.rootToken()));
  }
}
