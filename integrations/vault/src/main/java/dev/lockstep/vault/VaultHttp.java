package dev.lockstep.vault;

import dev.lockstep.http.Deadline;
import dev.lockstep.http.HttpConnections;
import dev.lockstep.secret.provider.ProviderFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and takes its answer. Over the JDK's URLConnection, which starts within a tenth
 * of the time that its newer client needs.
 */
final class VaultHttp {
  private static final int LARGEST_ANSWER = 64 << 20;
  private static final int MOST_REDIRECTS = 3;
  private static final String INDEX = "X-Vault-Index";

  private final VaultServer server;
  private final HttpConnections connections;
  private final Duration timeout;
  private volatile @Nullable String index;
  private volatile @Nullable SSLSocketFactory trust;

  VaultHttp(VaultServer server, HttpConnections connections, Duration timeout) {
    this.server = server;
    this.connections = connections;
    this.timeout = timeout;
  }

  /**
   * Sends a request.
   *
   * @param path what follows {@code /v1/}, with its query
   * @param token null for a login
   * @param body JSON, or null for none
   * @return the answer, whatever its status, but no redirect
   */
  VaultResponse send(String method, String path, @Nullable String token, @Nullable String body)
      throws ProviderFailure {
    long end = System.nanoTime() + timeout.toNanos();
    URI uri = URI.create(server.address() + "/v1/" + path);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      VaultResponse response = exchange(uri, method, token, body, end);
      if (!response.isRedirect()) {
        return response;
      }
      uri = redirected(uri, response.location());
    }
    throw unreachable("HTTP 307 again and again", "check the standby's api_addr");
  }

  /** Follows a standby to its active server, and nothing else: the token goes along. */
  private URI redirected(URI from, String location) throws ProviderFailure {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw unreachable("HTTP 307 to an address that is none", "");
    }
    if (!String.valueOf(from.getScheme()).equals(to.getScheme())
        || !String.valueOf(from.getRawPath()).equals(to.getRawPath())) {
      throw unreachable(
          "HTTP 307 to another scheme or path, which is not followed", "check the address");
    }
    String host = to.getHost();
    if (host == null
        || !(host.equals(server.address().getHost()) || server.redirectHosts().contains(host))) {
      throw unreachable(
          "HTTP 307 to the host '" + host + "', which does not get the token",
          "use the active server's address, or name the host in the attribute redirect_hosts");
    }
    return to;
  }

  private VaultResponse exchange(
      URI uri, String method, @Nullable String token, @Nullable String body, long end)
      throws ProviderFailure {
    try {
      HttpURLConnection connection =
          connections.open(uri.toURL(), server.certificates() == null ? null : trust());
      int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, left(end) / 1_000_000));
      connection.setConnectTimeout(millis);
      connection.setReadTimeout(millis);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestMethod(method);
      headers(connection, token);
      if (body != null) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        // A request with a length is not sent a second time behind our back.
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(bytes);
        }
      }
      try (Deadline deadline = Deadline.of(connection, Duration.ofNanos(left(end)))) {
        return response(connection, deadline);
      }
    } catch (IOException e) {
      throw VaultFailures.unanswered(left(end) < 0 ? new SocketTimeoutException() : e, timeout);
    }
  }

  private void headers(HttpURLConnection connection, @Nullable String token) {
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("User-Agent", "lockstep");
    connection.setRequestProperty("X-Vault-Request", "true");
    if (!server.namespace().isEmpty()) {
      connection.setRequestProperty("X-Vault-Namespace", server.namespace());
    }
    if (token != null) {
      connection.setRequestProperty("X-Vault-Token", token);
    }
    String seen = index;
    if (seen != null) {
      // A standby that lacks our own last write says so, in place of answering from the past.
      connection.setRequestProperty(INDEX, seen);
    }
  }

  private VaultResponse response(HttpURLConnection connection, Deadline deadline)
      throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("The answer is not HTTP.");
    }
    String newIndex = connection.getHeaderField(INDEX);
    if (newIndex != null && isVisible(newIndex)) {
      index = newIndex;
    }
    long date = connection.getHeaderFieldDate("Date", 0);
    return new VaultResponse(
        status,
        text(status < 400 ? connection.getInputStream() : connection.getErrorStream(), deadline),
        date == 0 ? null : Instant.ofEpochMilli(date),
        connection.getHeaderField("Retry-After"),
        connection.getHeaderField("Location"));
  }

  /** All of it, so that the connection can be used again. */
  private String text(@Nullable InputStream answer, Deadline deadline) throws IOException {
    if (answer == null) {
      return "";
    }
    try (InputStream in = answer) {
      return new String(deadline.readAll(in, LARGEST_ANSWER), StandardCharsets.UTF_8);
    }
  }

  private static long left(long end) {
    return end - System.nanoTime();
  }

  private SSLSocketFactory trust() throws ProviderFailure {
    SSLSocketFactory known = trust;
    if (known == null) {
      known = TrustedCertificates.read(server);
      trust = known;
    }
    return known;
  }

  /** Whether a text can be sent as a header; the JDK quotes it in its refusal otherwise. */
  static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static ProviderFailure unreachable(String detail, String fix) {
    return new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, detail, fix);
  }
}
