package dev.lockstep.gcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.google.GoogleStatus;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/testing.md shows. */
final class WithoutGoogleTest {
  @Test
  void aReadThatIsThrottledIsTriedAgain(@TempDir Path home) {
    try (SecretManagerDouble google = SecretManagerDouble.start()) {
      Map<String, String> attributes =
          Map.of("endpoint", google.endpoint().toString(), "project", "test");
      SecretsManager secrets =
          new GcpSecretsManagerFlavor()
              .create(new ComponentContext("google", attributes, new LockstepHome(home), Map.of()));
      secrets.register(Secret.of("db", "arbitrary", Map.of("password", SecretValue.of("p"))));
      google.refuseOnce("AccessSecretVersion", GoogleStatus.RESOURCE_EXHAUSTED);

      assertEquals("p", secrets.get("db").value("password").orElseThrow().reveal());
      assertEquals(2, google.calls("AccessSecretVersion"));
    }
  }
}
