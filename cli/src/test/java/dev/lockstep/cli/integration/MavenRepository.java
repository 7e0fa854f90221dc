package dev.lockstep.cli.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Maven repository over HTTP, which can want credentials, and can be wrong in what it serves. It
 * also answers as a proxy for any other address.
 */
final class MavenRepository implements AutoCloseable {
  /** How a file is served otherwise than it is. */
  enum Fault {
    WRONG_CHECKSUM,
    TRUNCATED,
    SERVER_ERROR
  }

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile String credentials = "";
  private volatile String header = "Authorization";

  MavenRepository(Path folder) throws IOException {
    this.folder = folder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + port() + "/maven2";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Wants these credentials from now on. */
  void demand(String user, String password) {
    credentials =
        "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
  }

  /** Wants these credentials as a proxy does. */
  void demandAsProxy(String user, String password) {
    demand(user, password);
    header = "Proxy-Authorization";
  }

  /** Serves files whose path ends so wrongly. */
  void fail(String ending, Fault fault) {
    faults.put(ending, fault);
  }

  void heal() {
    faults.clear();
  }

  /** What was asked for, as the request line has it. */
  List<String> requests() {
    return requests;
  }

  /** Publishes a jar with its POM. */
  void publish(String group, String artifact, String version, Path jar, String dependencies)
      throws IOException {
    Path at = folder.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    Files.createDirectories(at);
    String name = artifact + "-" + version;
    write(at.resolve(name + ".jar"), Files.readAllBytes(jar));
    String pom =
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>%s</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(group, artifact, version, dependencies);
    write(at.resolve(name + ".pom"), pom.getBytes(UTF_8));
  }

  /** Forgets a file. */
  void remove(String path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  private static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.writeString(Path.of(file + ".sha1"), digest(content));
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI asked = exchange.getRequestURI();
      requests.add(exchange.getRequestMethod() + " " + asked);
      String given = exchange.getRequestHeaders().getFirst(header);
      if (!credentials.isEmpty() && !credentials.equals(given)) {
        boolean proxy = header.startsWith("Proxy");
        exchange
            .getResponseHeaders()
            .add(proxy ? "Proxy-Authenticate" : "WWW-Authenticate", "Basic realm=\"r\"");
        exchange.sendResponseHeaders(proxy ? 407 : 401, -1);
        return;
      }
      String path = asked.getPath().replaceFirst("^/maven2/", "");
      Path file = folder.resolve(path).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      serve(exchange, path, Files.readAllBytes(file));
    }
  }

  private void serve(HttpExchange exchange, String path, byte[] content) throws IOException {
    Fault fault = null;
    for (Map.Entry<String, Fault> entry : faults.entrySet()) {
      fault = path.endsWith(entry.getKey()) ? entry.getValue() : fault;
    }
    byte[] sent = content;
    if (fault == Fault.SERVER_ERROR) {
      exchange.sendResponseHeaders(503, -1);
      return;
    }
    if (fault == Fault.WRONG_CHECKSUM) {
      sent = "0".repeat(40).getBytes(UTF_8);
    }
    exchange.sendResponseHeaders(200, Objects.requireNonNull(sent).length);
    exchange
        .getResponseBody()
        .write(sent, 0, fault == Fault.TRUNCATED ? sent.length / 2 : sent.length);
    // Closing the exchange before all is sent closes the connection.
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
