package dev.lockstep.sqlite;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The flavor {@code sqlite}, with each of its ways to get a key. */
class SqliteConformanceTest {
  @Nested
  class WithAKeyFile extends SecretsManagerConformance {
    @Override
    protected SecretsManagerFixture start(Path folder) {
      return fixture(folder, "file");
    }
  }

  @Nested
  class WithAPassphrase extends SecretsManagerConformance {
    @Override
    protected SecretsManagerFixture start(Path folder) {
      return fixture(folder, "passphrase");
    }
  }

  private static SecretsManagerFixture fixture(Path folder, String keyFrom) {
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return new SqliteSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of("path", folder.resolve("a ?store=#%.db").toString(), "key_from", keyFrom);
      }

      @Override
      public Map<String, String> environment() {
        return Map.of(Passphrases.VARIABLE, SqliteStore.PHRASE);
      }
    };
  }
}
