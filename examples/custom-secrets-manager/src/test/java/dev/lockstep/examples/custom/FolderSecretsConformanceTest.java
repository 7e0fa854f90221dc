package dev.lockstep.examples.custom;

import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.nio.file.Path;
import java.util.Map;

/** All that secrets managers have in common, for ours. */
class FolderSecretsConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) {
    return new SecretsManagerFixture() {
      @Override
      public ComponentFlavor<FolderSecrets> flavor() {
        return new FolderSecretsFlavor();
      }

      @Override
      public Map<String, String> attributes() {
        return Map.of("folder", folder.resolve("secrets").toString());
      }

      @Override
      public SecretsManagerTraits traits() {
        return SecretsManagerTraits.LOCAL.withoutVersions();
      }
    };
  }
}
