package dev.lockstep.sqlite;

import dev.lockstep.secret.SecretsManager;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;
import java.util.Map;

/** With a key file. */
class SqliteConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) {
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<? extends SecretsManager> flavor() {
        return new SqliteSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of("path", folder.resolve("a ?store=#%.db").toString());
      }
    };
  }
}
