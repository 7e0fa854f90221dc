package dev.lockstep.aws;

import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The suite for secrets managers, against the double. */
final class AwsConformanceTest extends SecretsManagerConformance {
  private static final Map<String, String> SESSION =
      Map.of(
          "aws.accessKeyId", "AKIAOFASESSION",
          "aws.secretAccessKey", "key-hunter2",
          "aws.sessionToken", "token-hunter2");

  @BeforeAll
  static void logIn() {
    SESSION.forEach(System::setProperty);
  }

  @AfterAll
  static void logOut() {
    SESSION.keySet().forEach(System::clearProperty);
  }

  @Override
  protected SecretsManagerFixture start(Path folder) throws Exception {
    AwsSecretsManagerDouble server = AwsSecretsManagerDouble.start();
    return new AwsFixture(server.endpoint()) {
      @Override
      public List<String> confidential() {
        return List.copyOf(SESSION.values());
      }

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
