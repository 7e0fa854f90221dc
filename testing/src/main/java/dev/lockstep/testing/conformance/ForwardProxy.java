package dev.lockstep.testing.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A proxy of the kind that {@code HTTPS_PROXY} names, for tests of what reaches servers through it.
 * It knows its hosts only, which need not exist, and has servers on this machine answer for them.
 * Where one does so without encryption, what was asked for by {@code CONNECT} is decrypted, under a
 * certificate of the proxy's own. Call hosts by addresses such as 192.0.2.1, which are nobody's:
 * names may be looked up before the proxy is asked.
 *
 * <pre>{@code
 * try (ForwardProxy proxy =
 *     ForwardProxy.start(Map.of("192.0.2.1", server.endpoint()), "user:password", folder)) {
 *   SecretsManager secrets = open("https://192.0.2.1", Map.of("HTTPS_PROXY", proxy.address()));
 *   secrets.get("db");
 *   assertEquals(List.of("CONNECT 192.0.2.1:443"), proxy.requests());
 * }
 * }</pre>
 */
public final class ForwardProxy implements AutoCloseable {
  private final Map<String, URI> hosts;
  private final @Nullable String user;
  private final TestCertificate certificate;
  private final Connections connections;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private ForwardProxy(Map<String, URI> hosts, @Nullable String user, TestCertificate certificate)
      throws IOException {
    this.hosts = Map.copyOf(hosts);
    this.user = user;
    this.certificate = certificate;
    this.connections = new Connections("forward-proxy", this::serve);
    connections.start();
  }

  /**
   * Starts one.
   *
   * @param hosts by host, the {@code http} or {@code https} address of the server that answers for
   *     it
   * @param user the name and password that it wants, with a colon between them; null for none
   * @param folder where it keeps the key of its certificate
   */
  public static ForwardProxy start(Map<String, URI> hosts, @Nullable String user, Path folder)
      throws IOException {
    return new ForwardProxy(hosts, user, TestCertificate.of(hosts.keySet(), folder));
  }

  /** What a variable says to name it, with name and password. */
  public String address() {
    return "http://" + (user == null ? "" : user + "@") + "127.0.0.1:" + connections.port();
  }

  /** Method and target of all that it was asked and did not refuse. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Makes encrypted connections that trust its certificate, and no other. */
  public SSLSocketFactory trusting() {
    return certificate.client().getSocketFactory();
  }

  /** The file with its certificate, in PEM. */
  public Path certificate() {
    return certificate.pem();
  }

  private void serve(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    // Not one byte more than the request is read: what follows may be encrypted.
    HttpMessage request = HttpMessage.readRequest(client.getInputStream(), out);
    if (request != null) {
      answer(request, client, out);
    }
  }

  private void answer(HttpMessage request, Socket client, OutputStream out) throws IOException {
    if (user != null && !authorization(user).equals(request.proxyAuthorization())) {
      head(out, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"");
      return;
    }
    String method = request.method();
    String target = request.target();
    requests.add(method + " " + target);
    boolean connects = method.equals("CONNECT");
    URI asked = URI.create(connects ? "https://" + target : target);
    URI server = hosts.get(String.valueOf(asked.getHost()));
    if (server == null) {
      head(out, "502 Bad Gateway");
    } else if (connects) {
      out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      if (server.getScheme().equals("https")) {
        connections.pass(client, server);
      } else {
        decrypt(client, server);
      }
    } else {
      String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
      connections.forward(request.to(asked.getRawPath() + query), server).write(out);
    }
  }

  private void decrypt(Socket client, URI server) throws IOException {
    SSLContext context = certificate.server();
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(client, "127.0.0.1", client.getPort(), true)) {
      socket.setUseClientMode(false);
      OutputStream out = socket.getOutputStream();
      HttpMessage request =
          HttpMessage.readRequest(new BufferedInputStream(socket.getInputStream()), out);
      if (request != null) {
        connections.forward(request, server).write(out);
      }
    }
  }

  private static void head(OutputStream out, String status) throws IOException {
    out.write(
        ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String authorization(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  /** Stops it: clients are refused from now on. */
  @Override
  public void close() {
    connections.close();
  }
}
