package dev.lockstep.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
  private final List<String> served = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private FaultProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::echo);
    server.start();
    proxy = FaultProxy.before(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.stop(0);
  }

  private void echo(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      served.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      exchange.getResponseHeaders().add("X-Echo", exchange.getRequestHeaders().getFirst("X-Sent"));
      // A length of 0 makes the server send chunks.
      exchange.sendResponseHeaders(
          exchange.getRequestMethod().equals("PUT") ? 201 : 200,
          exchange.getRequestURI().getPath().equals("/chunked") ? 0 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void withoutFaultsNothingChanges() throws IOException {
    HttpURLConnection answer = send("PUT", "/a/b?c=%2F", "p\u00E4yload");

    assertThat(answer.getResponseCode()).isEqualTo(201);
    assertThat(answer.getHeaderField("X-Echo")).isEqualTo("yes");
    assertThat(body(answer)).isEqualTo("p\u00E4yload");
    assertThat(body(send("POST", "/chunked", "x".repeat(100_000)))).hasSize(100_000);
    assertThat(served).containsExactly("PUT /a/b?c=%2F", "POST /chunked");
    assertThat(proxy.requests()).isEqualTo(2);
  }

  @Test
  void aFaultSparesSomeRequestsAndSpoilsSoMany() throws IOException {
    proxy.inject(new Fault.Answer(429, Map.of("Retry-After", "7"), "slow down"), 1, 2);

    assertThat(send("POST", "/1", "x").getResponseCode()).isEqualTo(200);
    HttpURLConnection refused = send("POST", "/2", "x");
    assertThat(refused.getResponseCode()).isEqualTo(429);
    assertThat(refused.getHeaderField("Retry-After")).isEqualTo("7");
    assertThat(send("POST", "/3", "x").getResponseCode()).isEqualTo(429);
    assertThat(send("POST", "/4", "x").getResponseCode()).isEqualTo(200);
    assertThat(served).containsExactly("POST /1", "POST /4");
  }

  @Test
  void aCutRequestNeverArrivesAndALostAnswerWasServed() {
    proxy.inject(new Fault.Cut());
    assertThatThrownBy(() -> send("PUT", "/cut", "x").getResponseCode())
        .isInstanceOf(IOException.class);
    proxy.inject(new Fault.LostAnswer());
    assertThatThrownBy(() -> send("PUT", "/lost", "x").getResponseCode())
        .isInstanceOf(IOException.class);

    assertThat(served).isNotEmpty().containsOnly("PUT /lost");
  }

  @Test
  void aTruncatedAnswerEndsInTheMiddle() throws IOException {
    proxy.inject(new Fault.Truncated());
    HttpURLConnection answer = send("POST", "/", "x".repeat(1_000));

    assertThat(answer.getContentLength()).isEqualTo(1_000);
    // This client notices on newer JDKs only.
    StringBuilder received = new StringBuilder();
    try (InputStream in = answer.getInputStream()) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        received.append((char) next);
      }
    } catch (IOException e) {
      assertThat(e).hasMessage("Premature EOF");
    }
    assertThat(received.toString()).isEqualTo("x".repeat(500));
  }

  @Test
  void aDelayedAnswerComesTooLate() {
    proxy.inject(new Fault.Delay(Duration.ofSeconds(30)));

    assertThatThrownBy(() -> send("GET", "/", "").getResponseCode())
        .isInstanceOf(SocketTimeoutException.class);
  }

  private HttpURLConnection send(String method, String path, String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) proxy.endpoint().resolve(path).toURL().openConnection();
    connection.setReadTimeout(path.equals("/") && body.isEmpty() ? 300 : 10_000);
    connection.setRequestMethod(method);
    connection.setRequestProperty("X-Sent", "yes");
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    return connection;
  }

  private static String body(HttpURLConnection answer) throws IOException {
    try (InputStream in = answer.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
