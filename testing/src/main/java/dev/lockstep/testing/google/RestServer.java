package dev.lockstep.testing.google;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.testing.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** Answers requests as Google's REST services do. */
final class RestServer implements AutoCloseable {
  /** What a service does with a request. */
  interface Service {
    RestAnswer answer(RestRequest request) throws Refusal, IOException;
  }

  /** How a service writes its errors, in which Google's differ. */
  interface Errors {
    RestAnswer answer(Refusal refusal);
  }

  private final LoopbackServer server;

  private RestServer(LoopbackServer server) {
    this.server = server;
  }

  static RestServer start(Service service, Errors errors) {
    try {
      return new RestServer(
          LoopbackServer.start("google-double", exchange -> handle(exchange, service, errors)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handle(HttpExchange exchange, Service service, Errors errors)
      throws IOException {
    try (exchange) {
      RestAnswer answer;
      try {
        answer = service.answer(RestRequest.read(exchange));
      } catch (Refusal refusal) {
        answer = errors.answer(refusal);
      } catch (JsonFormatException e) {
        answer =
            errors.answer(
                new Refusal(
                    GoogleStatus.INVALID_ARGUMENT,
                    "Invalid JSON payload received: " + e.getMessage()));
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

  URI endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
