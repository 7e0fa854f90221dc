package dev.lockstep.http;

import dev.lockstep.secret.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A socket that is connected to a server by way of a proxy, which passes on what it does not
 * understand. Source: <a href="https://www.rfc-editor.org/rfc/rfc9110#name-connect">RFC 9110,
 * section 9.3.6</a>.
 */
final class Tunnel extends Socket {
  private static final int LONGEST_ANSWER = 16_384;

  private final ProxyAddress proxy;

  Tunnel(ProxyAddress proxy) {
    super(Proxy.NO_PROXY);
    this.proxy = proxy;
  }

  @Override
  public void connect(SocketAddress server) throws IOException {
    connect(server, 0);
  }

  @Override
  public void connect(SocketAddress server, int timeoutMillis) throws IOException {
    super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeoutMillis);
    boolean open = false;
    try {
      setSoTimeout(timeoutMillis);
      ask((InetSocketAddress) server);
      String answer = answer();
      if (!answer.startsWith("HTTP/1.") || !answer.startsWith(" 2", "HTTP/1.x".length())) {
        throw new IOException("The proxy does not connect to the server.");
      }
      setSoTimeout(0);
      open = true;
    } finally {
      if (!open) {
        close();
      }
    }
  }

  private void ask(InetSocketAddress server) throws IOException {
    String host = server.getHostString();
    String target = (host.contains(":") ? "[" + host + "]" : host) + ":" + server.getPort();
    SecretValue authorization = proxy.authorization();
    String request =
        "CONNECT "
            + target
            + " HTTP/1.1\r\nHost: "
            + target
            + (authorization == null ? "" : "\r\nProxy-Authorization: " + authorization.reveal())
            + "\r\n\r\n";
    getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The head of the answer, and not a byte of what the server says after it. */
  private String answer() throws IOException {
    InputStream in = getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0 || head.size() == LONGEST_ANSWER) {
        throw new IOException("The proxy gives no answer that can be understood.");
      }
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }
}
