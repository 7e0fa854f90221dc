package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.lockstep.azure.AzureCredential.Identity;
import dev.lockstep.azure.AzureCredential.Source;
import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.SecretValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a login goes, seen by a proxy that answers nothing. */
final class LoginCloudTest {
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
                  address, HttpConnections.of(environment), Duration.ofSeconds(2)));

      assertThatThrownBy(
              () -> credential.getTokenSync(new TokenRequestContext().addScopes("a/.default")))
          .isInstanceOf(RuntimeException.class);
      assertThat(asked.get(10, TimeUnit.SECONDS))
          .isEqualTo("CONNECT " + authority + ":443 HTTP/1.1");
    }
  }

  /** Nobody is there for who comes back. */
  private static String onlyFirstLine(ServerSocket server) {
    try (server;
        Socket client = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      return String.valueOf(in.readLine());
    } catch (IOException e) {
      return e.toString();
    }
  }
}
