package dev.lockstep.testing.vault;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A double of HashiCorp Vault and OpenBao that speaks their protocol and forgets everything when it
 * is closed: KV engines of version 2, policies, tokens, logins with AppRole and Kubernetes, and
 * namespaces, set up over the protocol as the real ones are. A KV engine is mounted at {@code
 * secret/}. It answers as the API documentation says, and its tests hold it against OpenBao.
 *
 * <pre>{@code
 * try (VaultDouble vault = VaultDouble.start()) {
 *   ... // address=vault.address(), token=vault.rootToken()
 * }
 * }</pre>
 */
public final class VaultDouble implements AutoCloseable {
  private static final String API = "/v1/";

  /** As OpenBao by default; Vault allows more. */
  private static final int MOST_TEXTS = 1_000;

  private static final String INDEX = "X-Vault-Index";

  private final LoopbackServer server;
  private final MovableClock clock = new MovableClock(Clock.systemUTC());
  private final VaultCore core = new VaultCore(clock);
  private final String rootToken = core.issueRootToken();
  private final List<String> calls = new ArrayList<>();
  private boolean sealed;
  private @Nullable URI active;
  private int allowed = Integer.MAX_VALUE;
  private int behind;
  private long index;

  private VaultDouble() throws IOException {
    server = LoopbackServer.start("vault-double", this::serve);
  }

  /** Starts one on a free port of this machine. */
  public static VaultDouble start() throws IOException {
    return new VaultDouble();
  }

  /** Where it listens, as {@code VAULT_ADDR} has it. */
  public URI address() {
    return server.endpoint();
  }

  /** A token that may do everything. */
  public String rootToken() {
    return rootToken;
  }

  /** The requests up to now: verb and path, such as {@code GET secret/data/aws}. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Answers every request as a sealed server does, until {@link #unseal}. */
  public synchronized void seal() {
    sealed = true;
  }

  /** Ends what {@link #seal} began. */
  public synchronized void unseal() {
    sealed = false;
  }

  /** Answers every request with a redirect to the active server, as a standby may. */
  public synchronized void standBy(URI activeServer) {
    active = activeServer;
  }

  /** Answers so many requests, and all further ones as a rate limit quota does. */
  public synchronized void allow(int requests) {
    allowed = requests;
  }

  /**
   * Answers the next so many reads as a standby does that has not heard of the newest writes: it
   * says so when the client tells what it has seen, and knows nothing otherwise.
   */
  public synchronized void fallBehind(int reads) {
    behind = reads;
  }

  /** Lets time pass for tokens and for entries that expire. */
  public synchronized void passTime(Duration time) {
    clock.move(time);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      VaultAnswer answer = answer(exchange, body);
      byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), json.length == 0 ? -1 : json.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(json);
      }
    }
  }

  private synchronized VaultAnswer answer(HttpExchange exchange, byte[] body) {
    URI uri = exchange.getRequestURI();
    String path = uri.getPath();
    if (!path.startsWith(API)) {
      return VaultAnswer.ABSENT;
    }
    Map<String, String> query = query(uri.getRawQuery());
    String method = method(exchange.getRequestMethod(), query);
    calls.add(method + " " + path.substring(API.length()));
    URI cleaned = uri.normalize();
    if (!cleaned.getPath().equals(path)) {
      return redirect(URI.create(cleaned.getRawPath()));
    }
    if (path.equals(API + "sys/health")) {
      return health();
    }
    if (sealed) {
      return VaultAnswer.error(503, "Vault is sealed");
    }
    URI elsewhere = active;
    if (elsewhere != null) {
      return redirect(elsewhere.resolve(uri));
    }
    if (--allowed < 0) {
      allowed = 0;
      return VaultAnswer.error(
          429, "request path \"" + path.substring(API.length()) + "\": rate limit quota exceeded");
    }
    boolean read = method.equals("GET") || method.equals("LIST");
    if (read && behind > 0) {
      behind--;
      return exchange.getRequestHeaders().getFirst(INDEX) == null
          ? VaultAnswer.ABSENT
          : VaultAnswer.error(412, "required index state not present");
    }
    try {
      VaultAnswer answer =
          core.answer(
              new VaultRequest(
                  method,
                  namespace(exchange),
                  path.substring(API.length()),
                  query,
                  exchange.getRequestHeaders().getFirst("X-Vault-Token"),
                  json(body)));
      return read
          ? answer
          : new VaultAnswer(answer.status(), answer.body(), Map.of(INDEX, "v1:" + ++index));
    } catch (JsonFormatException e) {
      return VaultAnswer.error(400, "failed to parse JSON input");
    }
  }

  private static JsonObject json(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    JsonObject json = text.isBlank() ? new JsonObject(Map.of()) : Json.readObject(text);
    if (texts(json.fields()) > MOST_TEXTS) {
      throw new JsonFormatException("too many texts");
    }
    return json;
  }

  /** How many texts there are: names of fields, too. */
  private static int texts(@Nullable Object value) {
    int texts = value instanceof String ? 1 : 0;
    if (value instanceof Map<?, ?> map) {
      texts += map.size();
      for (Object element : map.values()) {
        texts += texts(element);
      }
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        texts += texts(element);
      }
    }
    return texts;
  }

  private static String namespace(HttpExchange exchange) {
    String namespace = exchange.getRequestHeaders().getFirst("X-Vault-Namespace");
    return namespace == null ? "" : namespace.replaceAll("^/+|/+$", "");
  }

  private static String method(String method, Map<String, String> query) {
    return switch (method) {
      case "PUT" -> "POST";
      case "GET" -> "true".equals(query.get("list")) ? "LIST" : "GET";
      default -> method;
    };
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      query.put(
          URLDecoder.decode(equals < 0 ? part : part.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(equals < 0 ? "" : part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private static VaultAnswer redirect(URI to) {
    return new VaultAnswer(307, null, Map.of("Location", to.toString()));
  }

  private VaultAnswer health() {
    boolean standby = active != null || sealed;
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("initialized", true);
    body.put("sealed", sealed);
    body.put("standby", standby);
    return new VaultAnswer(sealed ? 503 : standby ? 429 : 200, body, Map.of());
  }

  /** Stops it, and forgets everything. */
  @Override
  public void close() {
    server.close();
  }
}
