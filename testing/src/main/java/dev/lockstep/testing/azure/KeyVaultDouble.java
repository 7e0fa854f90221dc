package dev.lockstep.testing.azure;

import com.sun.net.httpserver.HttpExchange;
import dev.lockstep.testing.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * An Azure Key Vault for tests: its secrets, spoken to over HTTP on this machine by the real client
 * or any other. It is as strict as the documentation of the real one: the challenge before the
 * first token, names, sizes and tags, versions, soft delete with its states in between, pages of 25
 * of which some are empty, errors with inner codes.
 *
 * <pre>{@code
 * try (KeyVaultDouble vault = KeyVaultDouble.start()) {
 *   // lockstep secrets-manager register test -f azure --vault-url=http://127.0.0.1:PORT
 *   ... vault.endpoint() ...
 * }
 * }</pre>
 *
 * <p>It accepts any bearer token. The addresses in its answers begin with {@code https}, as those
 * of a real vault do, though it speaks plain HTTP. A pipeline of the SDK's own has to be told to
 * send them as {@code http}; the flavor {@code azure} does so on its own.
 */
public final class KeyVaultDouble implements AutoCloseable {
  private final LoopbackServer server;
  private final KeyVaultApi api = new KeyVaultApi();

  private KeyVaultDouble() throws IOException {
    server = LoopbackServer.start("key-vault-double", this::handle);
  }

  /** Starts an empty vault on a free port of the loopback interface. */
  public static KeyVaultDouble start() throws IOException {
    return new KeyVaultDouble();
  }

  /** Where it listens, such as {@code http://127.0.0.1:40123}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** How many calls of a kind have been authenticated, whatever became of them. */
  public int calls(KeyVaultOperation operation) {
    return api.calls(operation);
  }

  /** How many calls have been authenticated, of all kinds together. */
  public int calls() {
    return api.calls();
  }

  /** Refuses calls of these kinds from now on, as for a caller without that permission. */
  public void deny(KeyVaultOperation... operations) {
    api.deny(operations);
  }

  /** Takes back every {@link #deny}. */
  public void allowAll() {
    api.allowAll();
  }

  /**
   * Answers the next calls of a kind with 429.
   *
   * @param times how many
   * @param retryAfterSeconds what the answers say about when to come back
   */
  public void throttle(KeyVaultOperation operation, int times, int retryAfterSeconds) {
    api.throttle(operation, times, retryAfterSeconds);
  }

  /** How many calls that name a deleted secret still find it being deleted; 0 at first. */
  public void deletionTakes(int calls) {
    api.change(vault -> vault.deletionTakes(calls));
  }

  /** How many calls that name a recovered secret still find it being recovered; 0 at first. */
  public void recoveryTakes(int calls) {
    api.change(vault -> vault.recoveryTakes(calls));
  }

  /**
   * How many calls that name a purged secret still find its name taken; 0 at first. Meanwhile a
   * real vault, too, answers reads as if it were gone, and refuses to set it.
   */
  public void purgeTakes(int calls) {
    api.change(vault -> vault.purgeTakes(calls));
  }

  /** Forbids to purge deleted secrets, for good, as a vault's purge protection does. */
  public void protectFromPurge() {
    api.change(Vault::protectFromPurge);
  }

  /**
   * Makes a certificate of that name, and with it, as a vault does, a secret that stands for it: it
   * is read and listed like any other, and can neither be set nor deleted.
   *
   * @param tags of the certificate, which the secret has, too
   */
  public void storeCertificate(String name, Map<String, String> tags) {
    api.change(vault -> vault.certificate(name, tags));
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      api.answer(exchange);
    }
  }
}
