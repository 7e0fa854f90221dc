package dev.lockstep.aws;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Artifacts in S3, against moto. */
@EnabledIfSystemProperty(named = Moto.PROPERTY, matches = ".+", disabledReason = "needs -Pmoto")
final class MotoS3ConformanceTest extends S3ConformanceTest {
  private @Nullable Moto server;

  @BeforeAll
  void start() throws Exception {
    server = Moto.start();
    server.bucket(BUCKET);
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  /** moto's routes end at a line's end. */
  @Override
  protected boolean holdsFilesNamed(String name) {
    return !name.contains("\n");
  }

  @Override
  URI endpoint() {
    return Objects.requireNonNull(server).endpoint();
  }
}
