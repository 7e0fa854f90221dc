package dev.lockstep.aws;

import dev.lockstep.json.Json;
import dev.lockstep.testing.conformance.SecretsManagerConformance;
import dev.lockstep.testing.conformance.SecretsManagerFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The suite for secrets managers, against moto. */
@EnabledIfSystemProperty(named = Moto.PROPERTY, matches = ".+", disabledReason = "needs -Pmoto")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MotoAwsConformanceTest extends SecretsManagerConformance {
  private @Nullable Moto server;

  @BeforeAll
  void startServer() throws Exception {
    server = Moto.start();
  }

  @AfterAll
  void stopServer() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  /** The same server's other region, since a reset would empty them all. */
  @Override
  protected SecretsManagerFixture startAnother(Path folder) throws Exception {
    Moto moto = Objects.requireNonNull(server);
    return new AwsFixture(moto.endpoint()) {
      @Override
      public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>(super.attributes());
        attributes.put("region", "eu-central-1");
        return attributes;
      }

      @Override
      public void storeForeign(String name, String payload) {
        throw new UnsupportedOperationException("Other tools store in the first one.");
      }
    };
  }

  @Override
  protected SecretsManagerFixture start(Path folder) throws Exception {
    Moto moto = server;
    if (moto == null) {
      throw new IllegalStateException("It is started before all tests.");
    }
    moto.reset();
    return new AwsFixture(moto.endpoint()) {
      @Override
      public void storeForeign(String name, String payload) {
        try {
          moto.secrets("CreateSecret", Json.write(Map.of("Name", name, "SecretString", payload)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
