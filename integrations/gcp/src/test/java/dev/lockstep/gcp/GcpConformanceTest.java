package dev.lockstep.gcp;

import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One provider secret for each secret. */
final class GcpConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) throws IOException {
    return new SecretManagerFixture(SecretsManagerTraits.ofDocuments(65_536), Map.of());
  }
}
