package dev.lockstep.sqlite;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.Passphrases;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;
import java.util.Map;

/** With a passphrase, whose key all components of a test share, as those of a process do. */
class SqlitePassphraseConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) {
    SharedPassphraseFlavor flavor = new SharedPassphraseFlavor();
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return flavor;
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
