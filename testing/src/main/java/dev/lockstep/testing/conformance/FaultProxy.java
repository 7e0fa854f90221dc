package dev.lockstep.testing.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on this machine, and spoils what passes: plain HTTP/1.1, one
 * request a connection.
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.before(server.endpoint())) {
 *   SecretsManager secrets = open(proxy.endpoint());
 *   proxy.inject(new Fault.LostAnswer(), 0, 1); // the next request only
 *   secrets.register(secret);
 * }
 * }</pre>
 */
public final class FaultProxy implements AutoCloseable {
  private final URI target;
  private final Connections connections;

  private @Nullable Fault fault;
  private int skip;
  private int times;
  private int requests;
  private int underWay;
  private int mostAtOnce;

  private FaultProxy(URI target) throws IOException {
    this.target = target;
    this.connections = new Connections("fault-proxy", this::serve);
    connections.start();
  }

  /**
   * Starts a proxy before the server at an {@code http} address; without faults it changes nothing.
   */
  public static FaultProxy before(URI target) throws IOException {
    return new FaultProxy(target);
  }

  /** Where clients find it: the server's path at another port. */
  public URI endpoint() {
    String path = target.getRawPath() == null ? "" : target.getRawPath();
    return URI.create("http://127.0.0.1:" + connections.port() + path);
  }

  /** Spoils every request from now on, until {@link #clear}. */
  public void inject(Fault fault) {
    inject(fault, 0, Integer.MAX_VALUE);
  }

  /** Lets some requests pass, then spoils so many. */
  public synchronized void inject(Fault fault, int skip, int times) {
    this.fault = fault;
    this.skip = skip;
    this.times = times;
  }

  /** Spoils nothing any more. */
  public synchronized void clear() {
    fault = null;
  }

  /** How many requests have come up to now. */
  public synchronized int requests() {
    return requests;
  }

  /** How many requests have been under way at one moment, at most. */
  public synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  private synchronized void count(int change) {
    underWay += change;
    mostAtOnce = Math.max(mostAtOnce, underWay);
  }

  private synchronized @Nullable Fault next() {
    requests++;
    if (fault == null || times == 0) {
      return null;
    }
    if (skip > 0) {
      skip--;
      return null;
    }
    times--;
    return fault;
  }

  private void serve(Socket client) throws IOException, InterruptedException {
    OutputStream out = client.getOutputStream();
    HttpMessage request =
        HttpMessage.readRequest(new BufferedInputStream(client.getInputStream()), out);
    if (request != null) {
      count(1);
      try {
        answer(request, out);
      } finally {
        count(-1);
      }
    }
  }

  private void answer(HttpMessage request, OutputStream out)
      throws IOException, InterruptedException {
    Fault injected = next();
    if (injected instanceof Fault.Cut) {
      return;
    }
    if (injected instanceof Fault.Answer answer) {
      message(answer).write(out);
      return;
    }
    if (injected instanceof Fault.Delay delay) {
      TimeUnit.NANOSECONDS.sleep(delay.time().toNanos());
    }
    HttpMessage answer = connections.forward(request, target);
    if (injected instanceof Fault.Truncated) {
      answer.writeHalf(out);
    } else if (injected instanceof Fault.Damaged) {
      answer.damaged().write(out);
    } else if (injected instanceof Fault.Drip drip) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      answer.write(whole);
      for (byte each : whole.toByteArray()) {
        TimeUnit.NANOSECONDS.sleep(drip.pause().toNanos());
        out.write(each);
        out.flush();
      }
    } else if (!(injected instanceof Fault.LostAnswer)) {
      answer.write(out);
    }
  }

  private static HttpMessage message(Fault.Answer answer) {
    List<String> headers = new ArrayList<>();
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      headers.add(header.getKey() + ": " + header.getValue());
    }
    return new HttpMessage(
        "HTTP/1.1 " + answer.status() + " Injected",
        headers,
        answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /** Stops it: clients are refused from now on. */
  @Override
  public void close() {
    connections.close();
  }
}
