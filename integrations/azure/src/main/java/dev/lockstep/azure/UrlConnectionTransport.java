package dev.lockstep.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import dev.lockstep.http.Deadline;
import dev.lockstep.http.HttpConnections;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Carries the SDK's requests over {@link HttpURLConnection}. The transports that the SDK offers
 * start Netty or the JDK's HTTP client first, which costs every step in a process of its own more
 * than reading its secrets does.
 *
 * <p>It never repeats a request on its own, as {@code HttpURLConnection} does with those that it
 * has in memory when an answer is lost: whether repeating is safe is known only above. It cannot
 * send {@code PATCH}, for which secrets have no use.
 */
final class UrlConnectionTransport implements HttpClient {
  private final VaultAddress vault;
  private final HttpConnections connections;
  private final Duration timeout;

  /**
   * Makes a transport; opens no connection.
   *
   * @param timeout for a request, from connecting to the end of the answer
   */
  UrlConnectionTransport(VaultAddress vault, HttpConnections connections, Duration timeout) {
    this.vault = vault;
    this.connections = connections;
    this.timeout = timeout;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return Mono.fromCallable(() -> exchange(request));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    try {
      return exchange(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse exchange(HttpRequest request) throws IOException {
    HttpURLConnection connection = open(vault.toSend(request.getUrl()));
    try (Deadline deadline = Deadline.of(connection, timeout)) {
      return exchange(request, connection, deadline);
    }
  }

  private HttpResponse exchange(
      HttpRequest request, HttpURLConnection connection, Deadline deadline) throws IOException {
    connection.setRequestMethod(request.getHttpMethod().toString());
    for (HttpHeader header : request.getHeaders()) {
      connection.setRequestProperty(header.getName(), header.getValue());
    }
    if (request.getHttpMethod() != HttpMethod.GET && request.getHttpMethod() != HttpMethod.HEAD) {
      // With a length that is fixed before, the JDK does not send it again by itself.
      BinaryData body = request.getBodyAsBinaryData();
      byte[] bytes = body == null ? new byte[0] : body.toBytes();
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(bytes.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(bytes);
      }
    }
    byte[] answer = body(connection, deadline);
    if (vault.isPartOf(request.getUrl())) {
      VaultAnswer.require(connection, answer);
    }
    return new BufferedResponse(request, connection.getResponseCode(), headers(connection), answer);
  }

  private HttpURLConnection open(URL url) throws IOException {
    HttpURLConnection connection = connections.open(url);
    int millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    // The SDK follows those that it trusts.
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    return connection;
  }

  private static HttpHeaders headers(HttpURLConnection connection) {
    HttpHeaders headers = new HttpHeaders();
    for (Map.Entry<String, List<String>> header : connection.getHeaderFields().entrySet()) {
      if (header.getKey() != null) {
        headers.set(HttpHeaderName.fromString(header.getKey()), header.getValue());
      }
    }
    return headers;
  }

  /** All of it, so that the connection can be used again. */
  private static byte[] body(HttpURLConnection connection, Deadline deadline) throws IOException {
    InputStream in =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (in == null) {
      return new byte[0];
    }
    byte[] body;
    try (in) {
      body = deadline.readAll(in, Integer.MAX_VALUE);
    }
    // The JDK takes the end of the connection for the end of the body.
    long length = connection.getContentLengthLong();
    if (length >= 0 && body.length < length) {
      throw new EOFException("The answer ends before its end.");
    }
    return body;
  }
}
