package dev.lockstep.aws;

import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;

/** The suite for secrets managers, against the double. */
final class AwsConformanceTest extends SecretsManagerConformance {
  @Override
  protected SecretsManagerFixture start(Path folder) throws Exception {
    AwsSecretsManagerDouble server = AwsSecretsManagerDouble.start();
    return new AwsFixture(server.endpoint()) {
      @Override
      public void storeForeign(String name, String payload) {
        server.store(name, payload);
      }

      @Override
      public void close() {
        super.close();
        server.close();
      }
    };
  }
}
