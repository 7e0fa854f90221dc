package dev.lockstep.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.lockstep.testing.azure.KeyVaultDouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A double behind TLS under the name {@value #HOST}, with a service on the same machine that gives
 * out identities, as App Service has one. A process finds both by {@link #jvmOptions} and {@link
 * #identityEndpoint}.
 */
final class SecureVault implements AutoCloseable {
  static final String HOST = "test.vault.azure.net";
  static final String IDENTITY_HEADER = "header-of-the-test";

  private static final String TOKEN = "token-of-the-test";
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final HttpsServer vault;
  private final HttpServer identity;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI target;
  private final List<String> resources = new CopyOnWriteArrayList<>();

  SecureVault(KeyVaultDouble vaultBehind, Path folder) throws Exception {
    this.folder = folder;
    this.target = vaultBehind.endpoint();
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    vault = HttpsServer.create(free, 0);
    vault.setHttpsConfigurator(new HttpsConfigurator(certificate()));
    vault.createContext("/", this::forward);
    vault.start();
    identity = HttpServer.create(free, 0);
    identity.createContext("/", this::giveToken);
    identity.start();
    Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + HOST + "\n");
  }

  URI endpoint() {
    return URI.create("https://" + HOST + ":" + vault.getAddress().getPort());
  }

  String identityEndpoint() {
    return "http://127.0.0.1:" + identity.getAddress().getPort() + "/msi/token";
  }

  /** For what tokens were asked. */
  List<String> resources() {
    return resources;
  }

  List<String> jvmOptions() {
    return List.of(
        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
        "-Djavax.net.ssl.trustStore=" + folder.resolve("trust.p12"),
        "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
  }

  private SSLContext certificate() throws Exception {
    String store = folder.resolve("key.p12").toString();
    String certificate = folder.resolve("vault.cer").toString();
    keytool(
        store,
        "-genkeypair",
        "-alias",
        "vault",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + HOST,
        "-ext",
        "san=dns:" + HOST);
    keytool(store, "-exportcert", "-alias", "vault", "-file", certificate);
    keytool(
        folder.resolve("trust.p12").toString(),
        "-importcert",
        "-noprompt",
        "-alias",
        "vault",
        "-file",
        certificate);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(store))) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException(said);
    }
  }

  private void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (("Bearer " + TOKEN).equals(token)) {
        request.header("Authorization", token);
      }
      HttpResponse<byte[]> answer = send(request.build());
      answer
          .headers()
          .firstValue("WWW-Authenticate")
          .ifPresent(value -> exchange.getResponseHeaders().set("WWW-Authenticate", value));
      answer(exchange, answer.statusCode(), answer.body());
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known =
          IDENTITY_HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"));
      resources.add(exchange.getRequestURI().getQuery());
      String expires = String.valueOf(Instant.now().getEpochSecond() + 3_600);
      answer(
          exchange,
          known ? 200 : 401,
          ("{\"access_token\":\""
                  + TOKEN
                  + "\",\"expires_on\":\""
                  + expires
                  + "\",\"resource\":\"https://vault.azure.net\",\"token_type\":\"Bearer\"}")
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    vault.stop(0);
    identity.stop(0);
  }
}
