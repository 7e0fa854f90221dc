package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.conformance.ForwardProxy;
import dev.lockstep.testing.vault.VaultDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says about the way to the server. */
final class ProxyTest {
  private static final String HOST = "192.0.2.1";
  private static final String PASSWORD = "tr0ub4dor";

  private final VaultDouble vault = VaultDouble.start();
  private final ForwardProxy proxy;

  ProxyTest(@TempDir Path folder) throws IOException {
    proxy = ForwardProxy.start(Map.of(HOST, vault.address()), "user:" + PASSWORD, folder);
  }

  @AfterEach
  void stop() {
    proxy.close();
    vault.close();
  }

  private SecretsManager open(String scheme, String... environment) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("VAULT_TOKEN", vault.rootToken());
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    Map<String, String> attributes =
        Map.of(
            "address",
            scheme + "://" + HOST,
            "ca_cert",
            proxy.certificate().toString(),
            "attempts",
            "1");
    return new VaultSecretsFlavor().create(Opened.context(attributes, variables));
  }

  @Test
  void aServerIsReachedThroughTheProxyOfTheEnvironmentWithItsPassword() {
    try (SecretsManager secrets = open("https", "https_proxy", proxy.address())) {
      secrets.register(Opened.secret("db", "password", "v"));

      assertThat(secrets.get("db")).isEqualTo(Opened.secret("db", "password", "v"));
    }
    assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT " + HOST + ":443");
  }

  @Test
  void soIsOneWithoutEncryption() {
    try (SecretsManager secrets = open("http", "HTTP_PROXY", proxy.address())) {
      secrets.register(Opened.secret("db", "password", "v"));

      assertThat(secrets.get("db")).isEqualTo(Opened.secret("db", "password", "v"));
    }
    assertThat(proxy.requests()).contains("GET http://" + HOST + "/v1/secret/data/db");
  }

  @Test
  void aWrongPasswordIsNotShown() {
    String wrong = proxy.address().replace(PASSWORD, "wr0ng");
    try (SecretsManager secrets = open("https", "HTTPS_PROXY", wrong)) {
      assertThatThrownBy(() -> secrets.get("db"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageNotContainingAny("wr0ng", "user");
    }
    try (SecretsManager secrets = open("http", "HTTP_PROXY", wrong)) {
      assertThatThrownBy(() -> secrets.get("db"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("HTTP 407. Fix: put the name and the password")
          .hasMessageNotContainingAny("wr0ng", "user");
    }
    assertThat(proxy.requests()).isEmpty();
    assertThatThrownBy(() -> open("https", "HTTPS_PROXY", "ftp://user:wr0ng@proxy"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void theProxyIsNotAskedForWhatIsExcepted() {
    // An address of this machine that is not one of its own to those who decide on proxies.
    String address = "http://0.0.0.0:" + vault.address().getPort();
    Map<String, String> environment =
        Map.of(
            "VAULT_TOKEN",
            vault.rootToken(),
            "VAULT_ADDR",
            address,
            "HTTP_PROXY",
            proxy.address(),
            "NO_PROXY",
            "10.0.0.0/8,0.0.0.0");
    try (SecretsManager secrets =
        new VaultSecretsFlavor().create(Opened.context(Map.of(), environment))) {
      secrets.register(Opened.secret("db", "password", "v"));

      assertThat(secrets.get("db")).isEqualTo(Opened.secret("db", "password", "v"));
    }
    assertThat(proxy.requests()).isEmpty();
  }
}
