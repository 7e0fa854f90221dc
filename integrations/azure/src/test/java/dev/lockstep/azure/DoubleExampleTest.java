package dev.lockstep.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.azure.KeyVaultDouble;
import dev.lockstep.testing.azure.KeyVaultOperation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page on testing shows. */
final class DoubleExampleTest {
  @Test
  void aThrottledReadIsTriedAgain(@TempDir Path home) throws IOException {
    try (KeyVaultDouble vault = KeyVaultDouble.start()) {
      Map<String, String> attributes = Map.of("vault_url", vault.endpoint().toString());
      SecretsManager secrets =
          new AzureSecretsFlavor()
              .create(new ComponentContext("vault", attributes, new LockstepHome(home), Map.of()));
      secrets.register(Secret.of("db", "arbitrary", Map.of("password", SecretValue.of("p"))));
      vault.throttle(KeyVaultOperation.GET, 2, 0);

      assertEquals("p", secrets.get("db").value("password").orElseThrow().reveal());
      assertEquals(4, vault.calls(KeyVaultOperation.GET)); // The first was the register's.
    }
  }
}
