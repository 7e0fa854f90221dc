package dev.lockstep.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.json.Json;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.conformance.ForwardProxy;
import dev.lockstep.testing.google.CloudStorageDouble;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says about the way to Google. */
final class ProxyTest {
  private static final String SECRETS = "192.0.2.1";
  private static final String STORAGE = "192.0.2.2";
  private static final String LOGIN = "192.0.2.3";
  private static final String PASSWORD = "tr0ub4dor";

  private final SecretManagerDouble secretManager = SecretManagerDouble.start();
  private final CloudStorageDouble storage = CloudStorageDouble.start();
  private final HttpServer login;
  private final SSLSocketFactory trusting = HttpsURLConnection.getDefaultSSLSocketFactory();
  private final Path key;
  private final ForwardProxy proxy;

  ProxyTest(@TempDir Path folder) throws Exception {
    storage.createBucket("models");
    login = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    login.createContext(
        "/",
        exchange -> {
          byte[] token =
              "{\"access_token\":\"t\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, token.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(token);
          }
        });
    login.start();
    proxy =
        ForwardProxy.start(
            Map.of(
                SECRETS,
                secretManager.endpoint(),
                STORAGE,
                storage.endpoint(),
                LOGIN,
                URI.create("http://127.0.0.1:" + login.getAddress().getPort())),
            "user:" + PASSWORD,
            folder);
    key = Files.writeString(folder.resolve("key.json"), serviceAccount(LOGIN));
    HttpsURLConnection.setDefaultSSLSocketFactory(proxy.trusting());
  }

  @AfterEach
  void stop() {
    HttpsURLConnection.setDefaultSSLSocketFactory(trusting);
    proxy.close();
    login.stop(0);
    storage.close();
    secretManager.close();
  }

  private static String serviceAccount(String login) throws NoSuchAlgorithmException {
    byte[] privateKey =
        KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", "service_account");
    fields.put("project_id", "test");
    fields.put("client_id", "1");
    fields.put("client_email", "tester@test.iam.gserviceaccount.com");
    fields.put("private_key_id", "1");
    fields.put(
        "private_key",
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(privateKey)
            + "\n-----END PRIVATE KEY-----\n");
    fields.put("token_uri", "https://" + login + "/token");
    return Json.write(fields);
  }

  private static Map<String, String> environment(String... namesAndValues) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }

  private SecretsManager open(String... environment) {
    return open(SECRETS, key, environment);
  }

  private static SecretsManager open(String host, Path key, String... environment) {
    Map<String, String> attributes =
        Map.of(
            "endpoint",
            "https://" + host,
            "project",
            "test",
            "credentials_file",
            key.toString(),
            "attempts",
            "1");
    return new GcpSecretsManagerFlavor()
        .create(Managers.context(attributes, environment(environment)));
  }

  @Test
  void googleIsReachedThroughTheProxyOfTheEnvironmentWithItsPassword() {
    Secret secret = Managers.secret("db", Secret.ARBITRARY, "k", "v");
    try (SecretsManager secrets = open("https_proxy", proxy.address())) {
      secrets.register(secret);

      assertThat(secrets.get("db").values()).isEqualTo(secret.values());
    }
    assertThat(proxy.requests())
        .contains("CONNECT " + LOGIN + ":443")
        .contains("CONNECT " + SECRETS + ":443");
  }

  @Test
  void soIsCloudStorage() throws IOException {
    Map<String, String> attributes =
        Map.of(
            "bucket",
            "models",
            "endpoint",
            "https://" + STORAGE,
            "credentials_file",
            key.toString(),
            "attempts",
            "1");
    try (ArtifactStore store =
        new GcsArtifactStoreFlavor()
            .create(Managers.context(attributes, environment("HTTPS_PROXY", proxy.address())))) {
      assertThatThrownBy(() -> store.open("a")).isInstanceOf(NoSuchFileException.class);
    }
    assertThat(proxy.requests())
        .contains("CONNECT " + LOGIN + ":443")
        .contains("CONNECT " + STORAGE + ":443");
  }

  @Test
  void aWrongPasswordIsNotShown() {
    String wrong = proxy.address().replace(PASSWORD, "wr0ng");
    try (SecretsManager secrets = open("HTTPS_PROXY", wrong)) {
      assertThatThrownBy(() -> secrets.get("db"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageNotContainingAny("wr0ng", "user");
    }
    assertThat(proxy.requests()).isEmpty();
    assertThatThrownBy(() -> open("HTTPS_PROXY", "ftp://user:wr0ng@proxy"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void theProxyIsNotAskedForWhatIsExcepted(@TempDir Path folder) throws Exception {
    // An address of this machine that is not one of its own to those who decide on proxies.
    String nobody = "0.0.0.0:1";
    Path other = Files.writeString(folder.resolve("other.json"), serviceAccount(nobody));
    try (SecretsManager secrets =
        open(nobody, other, "HTTPS_PROXY", proxy.address(), "NO_PROXY", "0.0.0.0")) {
      assertThatThrownBy(() -> secrets.get("db")).isInstanceOf(SecretsUnreachableException.class);
    }
    assertThat(proxy.requests()).isEmpty();
  }
}
