package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What becomes of secrets that were deleted. */
final class DeletedSecretsTest extends AwsTest {
  @Test
  void itIsToldUntilWhenADeletedSecretCanBeRestored() {
    SecretsManager manager = open("recovery_days", "7");
    manager.register(secret("db", "arbitrary", "v"));
    assertThat(manager.recoverableUntil("db")).isEmpty();
    manager.delete("db");
    Instant date = manager.recoverableUntil("db").orElseThrow();

    assertThat(Duration.between(Instant.now(), date))
        .isBetween(Duration.ofDays(6), Duration.ofDays(7));
    String until = "can be restored until " + date.truncatedTo(ChronoUnit.SECONDS);
    assertThatThrownBy(() -> manager.get("db"))
        .hasMessage(
            "Secrets manager 'prod' has no secret 'db': it was deleted, and " + until + ".");
    assertThatThrownBy(() -> manager.register(secret("db", "arbitrary", "w")))
        .isInstanceOf(SecretExistsException.class)
        .hasMessageContaining("has a deleted secret 'db' that " + until + "; it was left");
    aws.fail("DescribeSecret", "AccessDeniedException");
    assertThatThrownBy(() -> manager.get("db"))
        .hasMessage("Secrets manager 'prod' has no secret 'db'.");
  }

  @Test
  void deletedSecretsAreKeptForAsLongAsConfigured() {
    SecretsManager manager = open("recovery_days", "7");
    manager.register(secret("a", "arbitrary", "v"));
    manager.delete("a");

    Duration left =
        Duration.between(Instant.now(), other().describeSecret(r -> r.secretId("a")).deletedDate());
    assertThat(left).isBetween(Duration.ofHours(7 * 24 - 1), Duration.ofDays(7));
    assertThatThrownBy(() -> open("recovery_days", "6"))
        .hasMessageContaining("'recovery_days' is a number from 7 to 30");
  }

  @Test
  void aNameIsFreeAgainThoughItsFinalDeletionTakesAWhile() {
    aws.forcedDeletionTakes(Duration.ofMillis(700));
    SecretsManager manager = open("deletion", "final");
    manager.register(secret("a", "arbitrary", "v"));
    manager.delete("a");
    manager.register(secret("a", "arbitrary", "v2"));
    assertThat(manager.get("a").value("k")).contains(SecretValue.of("v2"));

    // Even where somebody else has deleted it a moment ago.
    other().deleteSecret(r -> r.secretId("a").forceDeleteWithoutRecovery(true));
    manager.register(secret("a", "arbitrary", "v3"));
    assertThat(manager.get("a").value("k")).contains(SecretValue.of("v3"));
  }
}
