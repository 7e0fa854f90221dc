package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.StackException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment says about the way to the vault; {@link CredentialsTest} goes it. */
final class ProxyTest extends VaultTest {
  @Test
  void aProxyThatCannotBeUsedIsToldWithoutItsPassword() {
    assertThatThrownBy(
            () ->
                create(
                    Map.of("vault_url", "https://test.vault.azure.net"),
                    Map.of("HTTPS_PROXY", "ftp://user:wr0ng@proxy")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void whatIsOnThisMachineNeedsNoProxy() {
    SecretsManager secrets =
        create(
            Map.of("vault_url", vault.endpoint().toString()),
            Map.of("HTTP_PROXY", "http://127.0.0.1:9", "HTTPS_PROXY", "http://127.0.0.1:9"));
    secrets.register(secret("db", "v"));

    assertThat(value(secrets, "db")).isEqualTo("v");
  }
}
