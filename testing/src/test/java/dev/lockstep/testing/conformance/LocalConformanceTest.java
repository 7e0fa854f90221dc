package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.local.LocalSecretsFlavor;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Passphrases;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The flavor {@code local}, with each of its ways to keep values. */
class LocalConformanceTest {
  @Nested
  class WithAKeyFile extends SecretsManagerConformance {
    @Override
    protected SecretsManagerFixture start(Path folder) {
      return fixture(folder, Map.of());
    }
  }

  @Nested
  class WithAPassphrase extends SecretsManagerConformance {
    @Override
    protected SecretsManagerFixture start(Path folder) {
      return fixture(folder, Map.of("key_from", "passphrase"));
    }
  }

  @Nested
  class WithoutEncryption extends SecretsManagerConformance {
    @Override
    protected SecretsManagerFixture start(Path folder) {
      return fixture(folder, Map.of("encryption", "none"));
    }
  }

  private static SecretsManagerFixture fixture(Path folder, Map<String, String> attributes) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put("path", folder.resolve("store.yaml").toString());
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return new LocalSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return all;
      }

      @Override
      public Map<String, String> environment() {
        return Map.of(Passphrases.VARIABLE, "four common random words");
      }
    };
  }
}
