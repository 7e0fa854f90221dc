package dev.lockstep.gcp;

import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import dev.lockstep.testing.conformance.SecretsManagerTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One provider secret for each key. */
final class GcpPerKeyConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) throws IOException {
    // A value has the room of a whole provider secret.
    return new SecretManagerFixture(
        new SecretsManagerTraits(65_536, true, true, true, false, true),
        Map.of("layout", "per-key"));
  }
}
