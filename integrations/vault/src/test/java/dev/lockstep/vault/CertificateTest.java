package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.lockstep.secret.SecretsUnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are trusted and shown. */
final class CertificateTest extends VaultTest {
  @TempDir Path folder;

  @Test
  void aServerWithACertificateOfItsOwnIsTrustedWhenItIsNamed() throws Exception {
    HttpsServer server = serve(new HttpsConfigurator(tls(Certificates.keyStore(folder))));
    try {
      String address = "https://127.0.0.1:" + server.getAddress().getPort();
      String certificates = folder.resolve("ca.pem").toString();

      assertThat(Opened.over(started, "address", address, "ca_cert", certificates).get("a"))
          .isEqualTo(secret("a", "k", "v"));
      assertThat(
              Opened.over(
                      started,
                      Map.of("VAULT_CACERT", certificates, "VAULT_TOKEN", "t"),
                      "address",
                      address)
                  .get("a"))
          .isEqualTo(secret("a", "k", "v"));
      assertThatThrownBy(() -> Opened.over(started, "address", address, "attempts", "1").get("a"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("ca_cert");
      Files.writeString(folder.resolve("none.pem"), "nothing");
      assertThatThrownBy(
              () ->
                  Opened.over(
                          started,
                          "address",
                          address,
                          "ca_cert",
                          folder.resolve("none.pem").toString())
                      .get("a"))
          .hasMessageContaining("cannot be read as a list of certificates");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatAsksForACertificateGetsThatOfTheJvm() throws Exception {
    Path store = Certificates.keyStore(folder);
    HttpsServer server =
        serve(
            new HttpsConfigurator(tls(store)) {
              @Override
              public void configure(HttpsParameters connection) {
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setNeedClientAuth(true);
                connection.setSSLParameters(parameters);
              }
            });
    String[] attributes = {
      "address",
      "https://127.0.0.1:" + server.getAddress().getPort(),
      "ca_cert",
      folder.resolve("ca.pem").toString(),
      "attempts",
      "1"
    };
    try {
      assertThatThrownBy(() -> Opened.over(started, attributes).get("a"))
          .isInstanceOf(SecretsUnreachableException.class);
      System.setProperty("javax.net.ssl.keyStore", store.toString());
      System.setProperty("javax.net.ssl.keyStorePassword", Certificates.PASSWORD);
      assertThat(Opened.over(started, attributes).get("a")).isEqualTo(secret("a", "k", "v"));
      System.setProperty("javax.net.ssl.keyStorePassword", "hunter2");
      assertThatThrownBy(() -> Opened.over(started, attributes).get("a"))
          .hasMessageContaining("javax.net.ssl.keyStore cannot be read")
          .hasMessageNotContaining("hunter2");
    } finally {
      System.clearProperty("javax.net.ssl.keyStore");
      System.clearProperty("javax.net.ssl.keyStorePassword");
      server.stop(0);
    }
  }

  /** A server that has every secret, whoever asks. */
  private static HttpsServer serve(HttpsConfigurator encryption) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
    server.setHttpsConfigurator(encryption);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer =
              "{\"data\":{\"data\":{\"k\":\"v\"},\"metadata\":{\"version\":1}}}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static SSLContext tls(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, Certificates.PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, Certificates.PASSWORD.toCharArray());
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    clients.setCertificateEntry("client", keys.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(clients);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
