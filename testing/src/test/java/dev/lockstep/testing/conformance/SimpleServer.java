package dev.lockstep.testing.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that keeps documents: the least that the suite's cases of servers need. A request is a
 * JSON object with {@code do}, {@code id} and what is to be stored; so is an answer.
 */
final class SimpleServer implements AutoCloseable {
  private static final long MEETING_MILLIS = 100;

  /** A stored document; without a version, another tool has stored it. */
  private record Stored(String text, String type, long version) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Stored> documents = new TreeMap<>();
  private final Map<String, Stored> deleted = new TreeMap<>();
  private int waiting;

  private SimpleServer(HttpServer server) {
    this.server = server;
  }

  static SimpleServer start() throws IOException {
    SimpleServer started =
        new SimpleServer(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256));
    started.server.createContext("/", started::handle);
    started.server.setExecutor(started.threads);
    started.server.start();
    return started;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Stores what another tool has written. */
  synchronized void storeForeign(String id, String text) {
    documents.put(id, new Stored(text, "", 0));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, Object> answer = answer(Json.readObject(exchange.getRequestBody()));
      byte[] body = Json.write(answer).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Map<String, Object> answer(JsonObject request) {
    String id = request.string("id", "");
    return switch (request.string("do")) {
      case "create" -> create(id, request);
      case "read" -> read(documents.get(id));
      case "replace" -> replace(id, request);
      case "delete" -> delete(id, request.flag("final", true));
      case "list" -> list(id);
      case "restore" -> move(id, deleted, documents);
      case "purge" -> move(id, deleted, new TreeMap<>());
      default -> meet();
    };
  }

  private Map<String, Object> create(String id, JsonObject request) {
    if (deleted.containsKey(id)) {
      return Map.of("done", "deleted");
    }
    boolean fresh = !documents.containsKey(id);
    if (fresh) {
      documents.put(id, new Stored(request.string("text"), request.string("type"), 1));
    }
    return Map.of("done", fresh ? "created" : "exists");
  }

  private Map<String, Object> replace(String id, JsonObject request) {
    Stored old = documents.get(id);
    if (old != null) {
      long version = old.version() == 0 ? 0 : old.version() + 1;
      documents.put(id, new Stored(request.string("text"), request.string("type"), version));
    }
    return Map.of("done", old == null ? "missing" : "replaced");
  }

  private static Map<String, Object> read(@Nullable Stored stored) {
    return stored == null
        ? Map.of("done", "missing")
        : Map.of(
            "done", "read",
            "text", stored.text(),
            "type", stored.type(),
            "version", Long.toString(stored.version()));
  }

  private Map<String, Object> delete(String id, boolean forGood) {
    return move(id, documents, forGood ? new TreeMap<>() : deleted);
  }

  private static Map<String, Object> move(
      String id, Map<String, Stored> from, Map<String, Stored> to) {
    Stored stored = from.remove(id);
    if (stored != null) {
      to.put(id, stored);
    }
    return Map.of("done", stored == null ? "missing" : "moved");
  }

  private Map<String, Object> list(String start) {
    Map<String, Object> ids = new LinkedHashMap<>();
    documents.forEach(
        (id, stored) -> {
          if (id.startsWith(start)) {
            ids.put(id, stored.version() > 0);
          }
        });
    return Map.of("done", "listed", "ids", ids);
  }

  /** Answers when another one asks the same, or after a while. */
  private Map<String, Object> meet() {
    waiting++;
    notifyAll();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MEETING_MILLIS);
    try {
      for (long left = MEETING_MILLIS; waiting % 2 != 0 && left > 0; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of("done", "met");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
