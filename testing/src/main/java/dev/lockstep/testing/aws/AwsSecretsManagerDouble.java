package dev.lockstep.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.json.Json;
import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.testing.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * AWS Secrets Manager in this process: its JSON protocol over HTTP, as strict as the service's
 * documentation says about names, sizes, tags, tokens, versions, staging labels, pages and secrets
 * that are scheduled for deletion. It keeps nothing beyond its own life and does not check
 * signatures.
 *
 * <pre>{@code
 * try (AwsSecretsManagerDouble aws = AwsSecretsManagerDouble.start()) {
 *   SecretsManagerClient client =
 *       SecretsManagerClient.builder().endpointOverride(aws.endpoint())...build();
 * }
 * }</pre>
 *
 * <p>Source of the rules: the AWS Secrets Manager API reference, version 2017-10-17, and its page
 * of quotas.
 */
public final class AwsSecretsManagerDouble implements AutoCloseable {
  private static final String TARGET = "secretsmanager.";

  private final LoopbackServer server;
  private final Operations operations = new Operations(new Secrets());
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<String, String> failing = new LinkedHashMap<>();

  private AwsSecretsManagerDouble() throws IOException {
    server = LoopbackServer.start("aws-secrets-manager-double", this::serve);
  }

  /** Starts an empty one on a free port of this machine. */
  public static AwsSecretsManagerDouble start() throws IOException {
    return new AwsSecretsManagerDouble();
  }

  /** Where clients find it. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** How often each operation, such as {@code GetSecretValue}, was called. */
  public synchronized Map<String, Integer> calls() {
    return Map.copyOf(calls);
  }

  /** How often any operation was called. */
  public synchronized int callCount() {
    int sum = 0;
    for (int count : calls.values()) {
      sum += count;
    }
    return sum;
  }

  /** Counts from zero again. */
  public synchronized void forgetCalls() {
    calls.clear();
  }

  /**
   * Lets an operation fail from now on.
   *
   * @param operation such as {@code GetSecretValue}; where that fails, {@code BatchGetSecretValue}
   *     has the failure for each secret
   * @param code the error's code, such as {@code AccessDeniedException} or {@code
   *     DecryptionFailure}
   */
  public synchronized void fail(String operation, String code) {
    failing.put(operation, code);
  }

  /** Lets every operation succeed again. */
  public synchronized void recover() {
    failing.clear();
  }

  /**
   * Lists secrets and their tags as they are now, until {@link #listPresent}: listings of the
   * service lag behind, by minutes at times.
   */
  public synchronized void listPast() {
    operations.listPast();
  }

  /** Lists secrets as they are. */
  public synchronized void listPresent() {
    operations.listPresent();
  }

  /**
   * How long a forced deletion goes on after its call has returned; the name cannot be used again
   * before. No time by default.
   */
  public synchronized void forcedDeletionTakes(Duration time) {
    operations.forcedDeletionTakes(time);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] answer;
    int status = 200;
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      try {
        answer = bytes(answer(exchange, request));
      } catch (ServiceError e) {
        status = e.status();
        answer = bytes(Map.of("__type", e.code(), "Message", e.text()));
      } catch (JsonFormatException e) {
        status = 400;
        answer = bytes(Map.of("__type", "SerializationException"));
      }
      // The JDK's server sends head and body apart, and the second would wait for the client's
      // acknowledgement of the first, 40 ms, if the connection stayed open.
      exchange.getResponseHeaders().set("Connection", "close");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized Map<String, Object> answer(HttpExchange exchange, byte[] request)
      throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target == null || !target.startsWith(TARGET)) {
      throw new ServiceError("UnknownOperationException", "");
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=")) {
      throw new ServiceError("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    String operation = target.substring(TARGET.length());
    calls.merge(operation, 1, Integer::sum);
    String code = failing.get(operation);
    if (code != null && !operation.equals("GetSecretValue")) {
      throw new ServiceError(code, "It was told to fail.");
    }
    return operations.call(
        operation,
        Json.readObject(new String(request, StandardCharsets.UTF_8)),
        failing.get("GetSecretValue"));
  }

  private static byte[] bytes(Map<String, ?> answer) {
    return Json.write(answer).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Stores a secret as another tool does: without tags.
   *
   * @param text the secret string
   */
  public synchronized void store(String name, String text) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("Name", name);
    request.put("SecretString", text);
    request.put("ClientRequestToken", UUID.randomUUID().toString());
    operations.call("CreateSecret", new JsonObject(new LinkedHashMap<>(request)), null);
  }

  /** Stops it. */
  @Override
  public void close() {
    server.close();
  }
}
