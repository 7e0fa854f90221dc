package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.lockstep.azure.AzureCredential.Identity;
import dev.lockstep.azure.AzureCredential.Source;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "test.vault.azure.net,login.microsoftonline.com",
    "test.vault.azure.cn,login.chinacloudapi.cn",
    "test.vault.usgovcloudapi.net,login.microsoftonline.us"
  })
  void whoLogsInDoesSoInTheCloudOfTheVault(String host, String authority) throws Exception {
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> onlyFirstLine(proxy));
      VaultAddress address = VaultAddress.of(URI.create("https://" + host));
      Map<String, String> environment =
          Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.getLocalPort());
      TokenCredential credential =
          new AzureCredential(
              new Identity(Source.CLIENT_SECRET, "tenant", "client", SecretValue.of("s")),
              address.withCloud(environment),
              new UrlConnectionTransport(
                  address, new EnvironmentProxy(environment), Duration.ofSeconds(2)));

      assertThatThrownBy(
              () -> credential.getTokenSync(new TokenRequestContext().addScopes("a/.default")))
          .isInstanceOf(RuntimeException.class);
      assertThat(asked.get(10, TimeUnit.SECONDS))
          .isEqualTo("CONNECT " + authority + ":443 HTTP/1.1");
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

  /** Nobody is there for who comes back. */
  private static String onlyFirstLine(ServerSocket server) {
    String line = firstLine(server);
    try {
      server.close();
      return line;
    } catch (IOException e) {
      return e.toString();
    }
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
