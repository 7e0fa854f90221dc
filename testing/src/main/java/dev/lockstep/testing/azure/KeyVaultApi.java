package dev.lockstep.testing.azure;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The vault's REST protocol, as Microsoft's reference of it and recordings of its SDKs show it. */
final class KeyVaultApi {
  private static final int PAGE = 25;

  private final Vault vault = new Vault();
  private final Map<KeyVaultOperation, Integer> calls = new EnumMap<>(KeyVaultOperation.class);
  private final Set<KeyVaultOperation> denied = EnumSet.noneOf(KeyVaultOperation.class);
  private final Map<KeyVaultOperation, Throttling> throttled =
      new EnumMap<>(KeyVaultOperation.class);

  /** So many more calls are to be refused. */
  private record Throttling(int times, int retryAfterSeconds) {}

  /** What a request asks for: an operation on a name, on a version. */
  private record Call(
      KeyVaultOperation operation, String name, @Nullable String version, RequestQuery query) {}

  synchronized int calls(KeyVaultOperation operation) {
    return calls.getOrDefault(operation, 0);
  }

  synchronized int calls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized void deny(KeyVaultOperation... operations) {
    denied.addAll(Arrays.asList(operations));
  }

  synchronized void allowAll() {
    denied.clear();
  }

  synchronized void throttle(KeyVaultOperation operation, int times, int retryAfterSeconds) {
    throttled.put(operation, new Throttling(times, retryAfterSeconds));
  }

  synchronized void change(Consumer<Vault> change) {
    change.accept(vault);
  }

  void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (token == null || !token.startsWith("Bearer ")) {
        exchange
            .getResponseHeaders()
            .set(
                "WWW-Authenticate",
                "Bearer authorization=\"https://login.microsoftonline.com/"
                    + "00000000-0000-0000-0000-000000000001\", resource=\"https://vault.azure.net\"");
        throw new VaultFailure(
            401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.", null);
      }
      Call call = call(exchange);
      Object answer = call(call, exchange, body);
      send(exchange, answer == null ? 204 : 200, answer);
    } catch (VaultFailure failure) {
      send(exchange, failure.status(), failure.body());
    } catch (JsonFormatException e) {
      VaultFailure failure = VaultFailure.badParameter("The body is not as it has to be.");
      send(exchange, failure.status(), failure.body());
    }
  }

  private synchronized @Nullable Object call(Call call, HttpExchange exchange, byte[] body) {
    calls.merge(call.operation(), 1, Integer::sum);
    requirePermission(call.operation());
    requireRate(call.operation(), exchange);
    String base = "https://" + exchange.getRequestHeaders().getFirst("Host");
    String name = call.name();
    return switch (call.operation()) {
      case GET -> vault.get(base, name, call.version());
      case SET -> vault.set(base, name, object(body));
      case UPDATE -> vault.update(base, name, String.valueOf(call.version()), object(body));
      case LIST -> page(base + "/secrets", call.query(), vault.list(base));
      case LIST_VERSIONS ->
          page(
              base + "/secrets/" + name + "/versions",
              call.query(),
              vault.listVersions(base, name));
      case DELETE -> vault.delete(base, name);
      case GET_DELETED -> vault.getDeleted(base, name);
      case LIST_DELETED -> page(base + "/deletedsecrets", call.query(), vault.listDeleted(base));
      case RECOVER -> vault.recover(base, name);
      case PURGE -> {
        vault.purge(name);
        yield null;
      }
    };
  }

  private static Call call(HttpExchange exchange) {
    RequestQuery query = RequestQuery.parse(exchange.getRequestURI().getRawQuery());
    if (query.get("api-version") == null) {
      throw VaultFailure.badParameter("api-version must be specified");
    }
    List<String> path = new ArrayList<>();
    for (String part : exchange.getRequestURI().getPath().split("/", -1)) {
      // The client asks for the current version with a slash at the end.
      if (!part.isEmpty()) {
        path.add(part);
      }
    }
    String shape = exchange.getRequestMethod() + " " + shape(path);
    KeyVaultOperation operation =
        switch (shape) {
          case "GET secrets" -> KeyVaultOperation.LIST;
          case "GET secrets/*", "GET secrets/*/*" -> KeyVaultOperation.GET;
          case "GET secrets/*/versions" -> KeyVaultOperation.LIST_VERSIONS;
          case "PUT secrets/*" -> KeyVaultOperation.SET;
          case "PATCH secrets/*/*" -> KeyVaultOperation.UPDATE;
          case "DELETE secrets/*" -> KeyVaultOperation.DELETE;
          case "GET deletedsecrets" -> KeyVaultOperation.LIST_DELETED;
          case "GET deletedsecrets/*" -> KeyVaultOperation.GET_DELETED;
          case "POST deletedsecrets/*/recover" -> KeyVaultOperation.RECOVER;
          case "DELETE deletedsecrets/*" -> KeyVaultOperation.PURGE;
          default ->
              throw new VaultFailure(
                  405, "MethodNotAllowed", "The vault has no operation " + shape, null);
        };
    return new Call(
        operation, path.size() > 1 ? path.get(1) : "", path.size() > 2 ? path.get(2) : null, query);
  }

  /** A path with its names and versions left out. */
  private static String shape(List<String> path) {
    if (path.isEmpty()) {
      return "";
    }
    String shape = path.get(0).toLowerCase(Locale.ROOT);
    for (int i = 1; i < path.size(); i++) {
      String part = path.get(i);
      boolean word = i == 2 && (part.equals("versions") || part.equals("recover"));
      shape += "/" + (word ? part : "*");
    }
    return shape;
  }

  private void requirePermission(KeyVaultOperation operation) {
    if (denied.contains(operation)) {
      throw VaultFailure.forbidden(
          "The user, group or application 'appid=00000000-0000-0000-0000-000000000002' does not"
              + " have secrets "
              + operation.permission()
              + " permission on key vault 'double;location=loopback'.",
          "AccessDenied");
    }
  }

  private void requireRate(KeyVaultOperation operation, HttpExchange exchange) {
    Throttling throttling = throttled.remove(operation);
    if (throttling == null || throttling.times() <= 0) {
      return;
    }
    throttled.put(
        operation, new Throttling(throttling.times() - 1, throttling.retryAfterSeconds()));
    exchange
        .getResponseHeaders()
        .set("Retry-After", String.valueOf(throttling.retryAfterSeconds()));
    throw new VaultFailure(
        429,
        "Throttled",
        "Request was not processed because too many requests were received. Reason:"
            + " VaultRequestTypeLimitReached",
        null);
  }

  /**
   * A page and the address of the next one. Between full pages there are empty ones: a real vault
   * sends such, and a client that stops at one misses the rest.
   */
  private static Map<String, Object> page(
      String url, RequestQuery query, List<Map<String, Object>> items) {
    int size = query.number("maxresults", PAGE);
    if (size < 1 || size > PAGE) {
      throw VaultFailure.badParameter("maxresults has to be between 1 and " + PAGE + ".");
    }
    int from = query.number("$skiptoken", 0);
    boolean empty = from < 0;
    int start = Math.min(Math.abs(from), items.size());
    int end = empty ? start : Math.min(start + size, items.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("value", items.subList(start, end));
    page.put(
        "nextLink",
        end == items.size()
            ? null
            : url
                + "?api-version="
                + query.get("api-version")
                + "&$skiptoken="
                + (empty ? end : -end)
                + "&maxresults="
                + size);
    return page;
  }

  private static JsonObject object(byte[] body) {
    return Json.readObject(new String(body, StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, @Nullable Object body)
      throws IOException {
    if (body == null) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    byte[] bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
