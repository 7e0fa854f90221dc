package dev.lockstep.testing.conformance;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request or an answer of HTTP/1.1, as it is on the wire (RFC 9112), with its body decoded. */
final class HttpMessage {
  private static final String LENGTH = "content-length";
  private static final String CODING = "transfer-encoding";
  private static final String CONNECTION = "connection";
  private static final String PROXY_AUTHORIZATION = "proxy-authorization";

  private final String start;
  private final List<String> headers;
  private final byte[] body;

  /**
   * A message that is to be written.
   *
   * @param start the request line or the status line
   * @param headers one line each, without those that say how the body is transferred
   */
  HttpMessage(String start, List<String> headers, byte[] body) {
    this.start = start;
    this.headers = headers;
    this.body = body;
  }

  /** Reads a request; null when the client has closed the connection instead. */
  static @Nullable HttpMessage readRequest(InputStream in, OutputStream out) throws IOException {
    String start = line(in);
    return start == null ? null : read(start, in, out, false, false);
  }

  /** Reads the answer to a request of that method. */
  static HttpMessage readAnswer(InputStream in, String method) throws IOException {
    String start = line(in);
    while (start != null && start.contains(" 100 ")) {
      headers(in);
      start = line(in);
    }
    if (start == null) {
      throw new EOFException("The server closed the connection.");
    }
    String status = start.split(" ", 3)[1];
    boolean empty = method.equals("HEAD") || status.equals("204") || status.equals("304");
    return read(start, in, OutputStream.nullOutputStream(), empty, true);
  }

  private static HttpMessage read(
      String start, InputStream in, OutputStream out, boolean empty, boolean untilClosed)
      throws IOException {
    List<String> headers = headers(in);
    String length = header(headers, LENGTH);
    boolean chunked = "chunked".equalsIgnoreCase(header(headers, CODING));
    if ("100-continue".equalsIgnoreCase(header(headers, "expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    byte[] body;
    if (empty) {
      body = new byte[0];
    } else if (chunked) {
      body = chunks(in);
    } else if (length != null) {
      body = exactly(in, Integer.parseInt(length.strip()));
    } else {
      body = untilClosed ? in.readAllBytes() : new byte[0];
    }
    if (!empty) {
      headers.removeIf(line -> named(line, LENGTH));
    }
    headers.removeIf(
        line -> named(line, CODING) || named(line, CONNECTION) || named(line, "expect"));
    return new HttpMessage(start, headers, body);
  }

  /** GET, POST and so on, of a request. */
  String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** What a request is for: a path, an address, or a host and its port. */
  String target() {
    return start.split(" ", 3)[1];
  }

  /** The same request for something else, without what it said to a proxy. */
  HttpMessage to(String target) {
    List<String> kept = new ArrayList<>(headers);
    kept.removeIf(line -> named(line, PROXY_AUTHORIZATION) || named(line, "proxy-connection"));
    return new HttpMessage(method() + " " + target + " HTTP/1.1", kept, body);
  }

  /** What it says to a proxy of who sends it, or null. */
  @Nullable String proxyAuthorization() {
    return header(headers, PROXY_AUTHORIZATION);
  }

  /** Writes it for a connection that is closed after it. */
  void write(OutputStream out) throws IOException {
    write(out, body.length);
  }

  /** Writes what it says of itself, and half of the body that it says it has. */
  void writeHalf(OutputStream out) throws IOException {
    write(out, body.length / 2);
  }

  /** The same with another byte in the middle of its body, if it has one. */
  HttpMessage damaged() {
    byte[] other = body.clone();
    if (other.length > 0) {
      other[other.length / 2] ^= 1;
    }
    return new HttpMessage(start, headers, other);
  }

  private void write(OutputStream out, int bodyBytes) throws IOException {
    StringBuilder head = new StringBuilder(start).append("\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (header(headers, LENGTH) == null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body, 0, bodyBytes);
    out.flush();
  }

  private static List<String> headers(InputStream in) throws IOException {
    List<String> headers = new ArrayList<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      headers.add(line);
    }
    return headers;
  }

  private static @Nullable String header(List<String> headers, String name) {
    for (String line : headers) {
      if (named(line, name)) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return null;
  }

  private static boolean named(String line, String name) {
    return line.toLowerCase(Locale.ROOT).startsWith(name + ":");
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(in);
      if (size == null) {
        throw new EOFException("A chunk is missing.");
      }
      int semicolon = size.indexOf(';');
      int length =
          Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
      if (length == 0) {
        headers(in);
        return body.toByteArray();
      }
      body.write(exactly(in, length));
      line(in);
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The body is shorter than it said.");
    }
    return bytes;
  }

  /** A line without its end, or null at the end of the stream. */
  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
