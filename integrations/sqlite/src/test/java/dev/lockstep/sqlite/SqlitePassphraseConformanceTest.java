package dev.lockstep.sqlite;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;
import java.util.Map;

/** With a passphrase. */
class SqlitePassphraseConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) {
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return new SqliteSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of("path", folder.resolve("store.db").toString(), "key_from", "passphrase");
      }

      @Override
      public Map<String, String> environment() {
        return Map.of(Passphrases.VARIABLE, "four common random words");
      }
    };
  }
}
