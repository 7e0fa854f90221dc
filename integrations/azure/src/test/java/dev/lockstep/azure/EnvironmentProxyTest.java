package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the environment says about the way to the vault. */
final class EnvironmentProxyTest extends VaultTest {
  private static final Map<String, String> VAULT =
      Map.of("vault_url", "https://test.vault.azure.net", "attempts", "1", "timeout", "PT2S");

  @Test
  void aVaultIsReachedThroughTheProxyOfTheEnvironment() throws Exception {
    for (String variable : new String[] {"HTTPS_PROXY", "https_proxy"}) {
      try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));
        SecretsManager secrets =
            create(VAULT, Map.of(variable, "http://127.0.0.1:" + proxy.getLocalPort()));

        assertThatThrownBy(() -> secrets.get("db")).isInstanceOf(SecretsUnreachableException.class);
        assertThat(asked.get(10, TimeUnit.SECONDS))
            .isEqualTo("CONNECT test.vault.azure.net:443 HTTP/1.1");
      }
    }
  }

  @Test
  void theProxyIsNotForWhatIsExcepted() throws Exception {
    URL url = new URL("https://test.vault.azure.net/secrets");
    for (String exception :
        new String[] {"other, .azure.net", "test.vault.azure.net", "*.vault.azure.net", "*"}) {
      assertThat(proxyExcept(exception).forUrl(url)).as(exception).isNull();
    }
    assertThat(proxyExcept("vault.azure.network,zure.net,test").forUrl(url)).isNotNull();
  }

  private static EnvironmentProxy proxyExcept(String hosts) {
    return new EnvironmentProxy(Map.of("HTTPS_PROXY", "127.0.0.1:9", "NO_PROXY", hosts));
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

  private static String firstLine(ServerSocket server) {
    try (Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      return String.valueOf(in.readLine());
    } catch (IOException e) {
      return e.toString();
    }
  }
}
