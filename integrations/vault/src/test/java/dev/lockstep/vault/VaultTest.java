package dev.lockstep.vault;

import static dev.lockstep.vault.Opened.secret;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.testing.vault.VaultDouble;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Vault's double with one secret, and a component over it. */
abstract class VaultTest {
  StartedDouble started;
  VaultDouble vault;
  SecretsManager secrets;

  @BeforeEach
  final void start() throws Exception {
    started = new StartedDouble();
    vault = started.vault();
    secrets = Opened.over(started, "attempts", "2");
    secrets.register(secret("a", "k", "v"));
  }

  @AfterEach
  final void stop() {
    started.close();
  }

  final String tokenForTenMinutes() {
    return started
        .admin()
        .make("auth/token/create", Map.of("ttl", "10m"))
        .auth()
        .string("client_token");
  }
}
