package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.azure.KeyVaultOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What lies in the vault, and how many requests it takes. */
final class StoredSecretsTest extends VaultTest {
  @Test
  void aSecretIsOneJsonObjectWithItsTypeAndOurMarkAsTags() {
    open("prefix", "dev").register(secret("Db_1", "postgres", "p"));

    JsonObject stored = OtherTool.read(vault, "/secrets/dev-----44b---5f1");
    assertThat(stored.string("value")).isEqualTo("{\"k\":\"p\"}");
    assertThat(stored.string("contentType")).isEqualTo("application/json");
    assertThat(stored.object("tags").fields())
        .isEqualTo(Map.of("lockstep-type", "postgres", "lockstep-managed", "true"));
  }

  @Test
  void anUpdateKeepsTheTagsOfOthersAndDoesNotMakeTheirsOurs() {
    OtherTool.send(
        vault,
        "PUT",
        "/secrets/db",
        Map.of("value", "{}", "tags", Map.of("team", "a"), "contentType", "text/plain"));
    SecretsManager secrets = open("single_values", "db:k");
    secrets.update(secret("db", "basic", "plain"));

    JsonObject stored = OtherTool.read(vault, "/secrets/db");
    assertThat(stored.string("value")).isEqualTo("plain");
    assertThat(stored.string("contentType")).isEqualTo("text/plain");
    assertThat(stored.object("tags").fields())
        .isEqualTo(Map.of("team", "a", "lockstep-type", "basic"));
    assertThat(secrets.list()).isEmpty();
  }

  @Test
  void aSecretWithTooManyTagsOfOthersIsRefusedAsItIs() {
    Map<String, Object> tags = new HashMap<>();
    for (int i = 0; i < 15; i++) {
      tags.put("tag" + i, "");
    }
    OtherTool.send(vault, "PUT", "/secrets/db", Map.of("value", "{}", "tags", tags));

    assertThatThrownBy(() -> open().update(secret("db", "postgres", "v")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("the secret has 15 others already. Fix: take one");
    assertThat(OtherTool.read(vault, "/secrets/db").string("value")).isEqualTo("{}");
    open().update(secret("db", "v"));
    assertThat(OtherTool.read(vault, "/secrets/db").object("tags").fields()).hasSize(15);
  }

  @Test
  void whatStandsForACertificateIsReadButNeitherListedNorChanged() {
    vault.storeCertificate("tls", Map.of("lockstep-managed", "true"));
    SecretsManager secrets = open();

    assertThat(secrets.get("tls").value("value")).isPresent();
    assertThat(secrets.list()).isEmpty();
    secrets.deleteAll(true);
    for (ThrowingCallable change :
        List.<ThrowingCallable>of(
            () -> secrets.update(secret("tls", "v")), () -> secrets.delete("tls"))) {
      assertThatThrownBy(change)
          .isInstanceOf(InvalidSecretException.class)
          .hasMessageContaining(
              "HTTP 403 SecretManagedByKeyVault, it belongs to a certificate of the vault. Fix: ");
    }
    assertThatThrownBy(() -> secrets.register(secret("tls", "v")))
        .isInstanceOf(SecretExistsException.class);
  }

  @Test
  void aTypeThatNoTagHoldsIsRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> open().register(secret("db", "t".repeat(257), "v")))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("at most 256 characters");
    assertThat(vault.calls()).isZero();
  }

  @Test
  void aReadIsOneRequestAndSeveralAreOneEach() {
    SecretsManager secrets = open();
    for (int i = 0; i < 10; i++) {
      secrets.register(secret("s" + i, "postgres", "v"));
    }
    int before = vault.calls();
    secrets.get("s1");
    assertThat(vault.calls() - before).isEqualTo(1);

    assertThat(secrets.getAll(List.of("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9")))
        .hasSize(10)
        .allSatisfy((name, secret) -> assertThat(secret.type()).isEqualTo("postgres"));
    assertThat(vault.calls() - before).isEqualTo(11);
    assertThat(vault.calls(KeyVaultOperation.LIST)).isZero();
  }

  @Test
  void writesAreFewRequests() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "1"));
    assertThat(vault.calls()).isEqualTo(3);
    secrets.update(secret("db", "2"));
    assertThat(vault.calls()).isEqualTo(5);
    secrets.delete("db");
    assertThat(vault.calls()).isEqualTo(6);
    open("on_deleted", "replace").register(secret("db", "3"));
    open("deletion", "final").delete("db");
    assertThat(vault.calls(KeyVaultOperation.PURGE)).isEqualTo(2);
  }

  @Test
  void theFirstRequestOfAllMayBeAnyOther() {
    OtherTool.store(vault, "db", "{}");
    open().delete("db");

    assertThat(vault.calls(KeyVaultOperation.DELETE)).isEqualTo(1);
  }

  @Test
  void aDisabledSecretExistsAndIsNotRead() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "v"));
    OtherTool.send(
        vault,
        "PATCH",
        "/secrets/db/" + secrets.get("db").version().orElseThrow(),
        Map.of("attributes", Map.of("enabled", false)));

    assertThatThrownBy(() -> secrets.get("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("disabled")
        .hasMessageContaining("--enabled true");
    assertThatThrownBy(() -> secrets.update(secret("db", "w")))
        .isInstanceOf(SecretAccessDeniedException.class);
    assertThatThrownBy(() -> secrets.register(secret("db", "w")))
        .isInstanceOf(SecretExistsException.class);
    assertThat(secrets.list()).containsExactly("db");
    open("deletion", "final").delete("db");
    secrets.register(secret("db", "new"));
    assertThat(value(secrets, "db")).isEqualTo("new");
  }
}
