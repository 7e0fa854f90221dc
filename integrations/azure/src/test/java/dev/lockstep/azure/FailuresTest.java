package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.testing.azure.KeyVaultOperation;
import dev.lockstep.testing.conformance.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Failures by the vault's codes, and what is told of them. */
final class FailuresTest extends VaultTest {
  private static final String SECRET_TEXT = "hunter2";

  private void answerAll(int status, String code, String inner) {
    network.inject(
        Fault.answer(
            status,
            "{\"error\":{\"code\":\""
                + code
                + "\",\"message\":\""
                + SECRET_TEXT
                + "\",\"innererror\":{\"code\":\""
                + inner
                + "\"}}}"));
  }

  @Test
  void thatNothingListensAtTheAddressIsSaid() {
    String closed = vault.endpoint().toString();
    vault.close();

    assertThatThrownBy(
            () -> create(Map.of("vault_url", closed, "attempts", "1"), Map.of()).get("db"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("nothing listens at the address")
        .hasNoCause();
  }

  @Test
  void aDeniedReadNamesTheRoleThatReads() {
    vault.deny(KeyVaultOperation.GET);

    assertThatThrownBy(() -> open().get("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessage(
            "Secrets manager 'vault' was refused when reading the secret 'db': HTTP 403"
                + " AccessDenied. Fix: give the identity the role 'Key Vault Secrets User' on the"
                + " vault, or the permission 'get' for secrets in its access policies")
        .hasNoCause();
  }

  @Test
  void eachOperationNamesThePermissionThatItNeeds() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "v"));
    vault.deny(KeyVaultOperation.SET, KeyVaultOperation.LIST, KeyVaultOperation.DELETE);

    assertThatThrownBy(() -> secrets.update(secret("db", "w"))).hasMessageContaining("'set'");
    assertThatThrownBy(secrets::list).hasMessageContaining("'list'");
    assertThatThrownBy(() -> secrets.delete("db")).hasMessageContaining("'delete'");
  }

  @Test
  void theFirewallIsToldApartFromAMissingRole() {
    answerAll(403, "Forbidden", "ForbiddenByFirewall");

    assertThatThrownBy(() -> open().get("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("HTTP 403 ForbiddenByFirewall")
        .hasMessageContaining("network settings");
  }

  @Test
  void aTokenThatTheVaultDoesNotTakeIsDenied() {
    answerAll(401, "Unauthorized", "");

    assertThatThrownBy(() -> open().get("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("tenant");
  }

  @Test
  void theVaultSaysHowLongToWait() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "v"));
    vault.throttle(KeyVaultOperation.GET, 1, 1);
    long start = System.nanoTime();

    assertThat(value(secrets, "db")).isEqualTo("v");
    // Not sooner, and not in the same moment as all others that were told so.
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1_050));
    vault.throttle(KeyVaultOperation.GET, 5, 0);
    assertThatThrownBy(() -> open("attempts", "2").get("db"))
        .isInstanceOf(SecretsThrottledException.class)
        .hasMessageContaining("2 times")
        .hasMessageContaining("HTTP 429 Throttled");
  }

  @Test
  void whatTheVaultFindsWrongIsNotTriedAgain() {
    answerAll(400, "BadParameter", "");
    SecretsManager secrets = open();
    int before = network.requests();

    assertThatThrownBy(() -> secrets.get("db"))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("HTTP 400 BadParameter")
        .hasMessageNotContaining(SECRET_TEXT);
    assertThat(network.requests() - before).isEqualTo(1);
  }

  @Test
  void codesThatAreNoCodesAreNotShown() {
    answerAll(403, SECRET_TEXT + " and more", SECRET_TEXT + "!");

    assertThatThrownBy(() -> open().get("db"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("HTTP 403.")
        .hasMessageNotContaining(SECRET_TEXT);
  }

  @Test
  void aMissingPageIsNoMissingSecret() {
    network.inject(Fault.answer(404, "{\"error\":{\"code\":\"ResourceNotFound\"}}"));

    assertThatThrownBy(() -> open("attempts", "1").get("db"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("no vault's answer");
  }

  @Test
  void aListThatGoesOnAtAnotherHostIsNoList() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      network.inject(
          new Fault.Answer(
              200,
              Map.of("Content-Type", "application/json"),
              "{\"value\":[],\"nextLink\":\"https://127.0.0.1:"
                  + other.getLocalPort()
                  + "/secrets?api-version=7.6\"}"));

      assertThatThrownBy(() -> open("attempts", "1").list())
          .isInstanceOf(SecretsUnreachableException.class);
      other.setSoTimeout(1);
      assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aVaultThatIsDownSaysWhenToComeBack() {
    SecretsManager secrets = open();
    secrets.register(secret("db", "v"));
    network.inject(new Fault.Answer(503, Map.of("Retry-After", "1"), ""), 0, 1);
    long start = System.nanoTime();

    assertThat(value(secrets, "db")).isEqualTo("v");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aRedirectIsNotFollowed() {
    network.inject(
        new Fault.Answer(
            302, Map.of("Location", vault.endpoint() + "/secrets/db?api-version=7.6"), ""));

    assertThatThrownBy(() -> open("attempts", "1").get("db"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("HTTP 302");
    assertThat(vault.calls()).isZero();
  }

  @Test
  void anObjectThatIsNoSecretIsNoAnswer() {
    network.inject(Fault.answer(200, "{}"));

    assertThatThrownBy(() -> open("attempts", "1").get("db"))
        .isInstanceOf(SecretsUnreachableException.class);
    assertThatThrownBy(() -> open("attempts", "1").list())
        .isInstanceOf(SecretsUnreachableException.class);
  }
}
