package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretNotFoundException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.testing.azure.KeyVaultOperation;
import dev.lockstep.testing.conformance.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a vault keeps of deleted secrets, and how long it takes for everything. */
final class DeletedSecretsTest extends VaultTest {
  @Test
  void aVaultThatTakesItsTimeIsWaitedFor() {
    vault.deletionTakes(5);
    vault.recoveryTakes(5);
    vault.purgeTakes(5);
    SecretsManager secrets = open("on_deleted", "restore");
    secrets.register(secret("db", "1"));
    secrets.delete("db");
    secrets.register(secret("db", "2"));
    assertThat(value(secrets, "db")).isEqualTo("2");

    SecretsManager strict = open("on_deleted", "replace", "deletion", "final");
    strict.delete("db");
    strict.register(secret("db", "3"));
    assertThat(value(secrets, "db")).isEqualTo("3");
    secrets.delete("db");
    strict.register(secret("db", "4"));
    assertThat(value(secrets, "db")).isEqualTo("4");
  }

  @Test
  void aVaultThatTakesTooLongIsTold() {
    vault.deletionTakes(1_000_000);
    SecretsManager secrets = open("timeout", "PT0.2S", "attempts", "1", "deletion", "final");
    secrets.register(secret("db", "1"));

    assertThatThrownBy(() -> secrets.delete("db"))
        .isInstanceOf(SecretsThrottledException.class)
        .hasMessageContaining("not yet finished with the name")
        .hasMessageContaining("try again in a minute");
    assertThatThrownBy(() -> secrets.register(secret("db", "2")))
        .isInstanceOf(SecretsThrottledException.class)
        .hasMessageContaining("ObjectIsBeingDeleted");
  }

  @Test
  void aDeletedSecretIsFoundWhileItIsStillBeingDeleted() {
    vault.deletionTakes(3);
    SecretsManager secrets = open();
    secrets.register(secret("db", "1"));
    secrets.delete("db");

    assertThatThrownBy(() -> secrets.register(secret("db", "2")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("that can be restored until 20");
    assertThatThrownBy(() -> secrets.delete("db")).isInstanceOf(SecretNotFoundException.class);
  }

  @Test
  void itIsToldUntilWhenADeletedSecretCanBeRestoredAlsoWhileItIsBeingDeleted() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "1"));
    assertThat(secrets.recoverableUntil("db")).isEmpty();
    vault.deletionTakes(3);
    secrets.delete("db");
    Instant date = secrets.recoverableUntil("db").orElseThrow();

    assertThat(date).isAfter(Instant.now().plus(Duration.ofDays(1)));
    assertThatThrownBy(
            () -> open("on_deleted", "replace", "deletion", "final").update(secret("db", "2")))
        .isInstanceOf(SecretNotFoundException.class);
    JsonObject deleted = OtherTool.read(vault, "/deletedsecrets/db");
    assertThat(date).isEqualTo(Instant.ofEpochSecond(deleted.number("scheduledPurgeDate")));
    assertThatThrownBy(() -> secrets.get("db"))
        .hasMessage(
            "Secrets manager 'vault' has no secret 'db': it was deleted, and can be restored until "
                + date
                + ".");
    SecretsManager restoring = open("on_deleted", "restore");
    restoring.register(secret("db", "2"));
    restoring.delete("db");
    restoring.register(secret("db", "3"));
    assertThat(restoring.recoverableUntil("db")).isEmpty();
    restoring.delete("db");
    vault.deny(KeyVaultOperation.GET_DELETED);
    assertThatThrownBy(() -> secrets.get("db"))
        .hasMessage("Secrets manager 'vault' has no secret 'db'.");
  }

  @Test
  void aDeletedSecretOfBeforeIsNotPurgedByADeletionThatFindsNothing() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "1"));
    secrets.delete("db");

    assertThatThrownBy(() -> open("deletion", "final").delete("db"))
        .isInstanceOf(SecretNotFoundException.class);
    assertThat(OtherTool.read(vault, "/deletedsecrets/db").number("deletedDate")).isPositive();
  }

  @Test
  void purgeProtectionIsToldWithTheWayAroundIt() {
    vault.protectFromPurge();
    SecretsManager secrets = open("deletion", "final");
    secrets.register(secret("db", "1"));

    assertThatThrownBy(() -> secrets.delete("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessage(
            "Secrets manager 'vault' was refused when deleting the secret 'db': the vault has purge"
                + " protection (HTTP 403 ForbiddenByPolicy); it is deleted, but not finally. Fix:"
                + " lockstep secrets-manager update vault --deletion=recoverable");
    assertThatThrownBy(() -> open("on_deleted", "replace").register(secret("db", "2")))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("lockstep secrets-manager update vault --on_deleted=restore");
    open("on_deleted", "restore").register(secret("db", "3"));
    assertThat(value(secrets, "db")).isEqualTo("3");
  }

  @Test
  void aMissingPurgeRightIsToldWithTheRoleThatHasIt() {
    vault.deny(KeyVaultOperation.PURGE);
    SecretsManager secrets = open("deletion", "final");
    secrets.register(secret("db", "1"));

    assertThatThrownBy(() -> secrets.delete("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("HTTP 403 AccessDenied")
        .hasMessageContaining("'Key Vault Secrets Officer'")
        .hasMessageContaining("'purge'");
  }

  @Test
  void whoMayPurgeNeedNotBeAllowedToLookAtDeletedSecrets() {
    vault.deny(KeyVaultOperation.GET_DELETED);
    vault.deletionTakes(3);
    SecretsManager secrets = open("deletion", "final");
    secrets.register(secret("db", "1"));
    secrets.delete("db");

    secrets.register(secret("db", "2"));
    assertThat(value(secrets, "db")).isEqualTo("2");
  }

  @Test
  void noLostAnswerIsNoticedWhileRestoringAndReplacing() {
    vault.deletionTakes(1);
    vault.recoveryTakes(1);
    vault.purgeTakes(1);
    for (String way : List.of("restore", "replace")) {
      for (int lost = 0; lost < 12; lost++) {
        String name = way + lost;
        SecretsManager secrets = open("on_deleted", way);
        secrets.register(secret(name, "old"));
        secrets.delete(name);
        network.inject(new Fault.LostAnswer(), lost, 1);
        secrets.register(secret(name, "new"));
        network.clear();
        assertThat(value(secrets, name)).as(name).isEqualTo("new");
      }
    }
  }
}
