package dev.lockstep.testing.google;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.testing.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A service of Google's in the test's process, whose calls a test counts and has refused. */
abstract class GoogleDouble implements AutoCloseable {
  final MethodSwitches switches = new MethodSwitches();
  private @Nullable LoopbackServer server;

  /** Starts one, on a free port of this machine. */
  static <D extends GoogleDouble> D started(D made) {
    GoogleDouble service = made;
    try {
      service.server = LoopbackServer.start("google-double", service::handle);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }

  /** Does what a request asks. */
  abstract RestAnswer answer(RestRequest request) throws Refusal, IOException;

  /** Writes an error, in which Google's services differ. */
  abstract RestAnswer error(Refusal refusal);

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      RestAnswer answer;
      try {
        answer = answer(RestRequest.read(exchange));
      } catch (Refusal refusal) {
        answer = error(refusal);
      } catch (JsonFormatException e) {
        answer = error(SecretRules.invalid("Invalid JSON payload received: " + e.getMessage()));
      }
      for (Map.Entry<String, String> header : answer.headers().entrySet()) {
        exchange.getResponseHeaders().set(header.getKey(), header.getValue());
      }
      // The JDK's server sends head and body one after the other; on a connection that stays open
      // the second one waits 40 ms for the client to acknowledge the first.
      exchange.getResponseHeaders().set("Connection", "close");
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, answer.sent());
        // A newer JDK would throw away what was written of a body that is not whole.
        out.flush();
      }
    }
  }

  private LoopbackServer server() {
    return Objects.requireNonNull(server, "started at once");
  }

  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return server().endpoint();
  }

  /** How often each method was called, refused calls included. */
  public Map<String, Integer> calls() {
    return switches.calls();
  }

  /** How often a method was called. */
  public int calls(String method) {
    return switches.calls(method);
  }

  /** Answers every call of a method with an error from now on, and does nothing else. */
  public void refuse(String method, GoogleStatus status) {
    switches.refuseAfter(0, method, status);
  }

  /** Answers the next call of a method with an error, and does nothing else. */
  public void refuseOnce(String method, GoogleStatus status) {
    switches.refuseOnce(method, status);
  }

  /** As {@link #refuse}, after so many calls more have been answered. */
  public void refuseAfter(int calls, String method, GoogleStatus status) {
    switches.refuseAfter(calls, method, status);
  }

  /** Undoes what was said of a method by {@link #refuse} and the like. */
  public void allow(String method) {
    switches.allow(method);
  }

  @Override
  public void close() {
    server().close();
  }
}
