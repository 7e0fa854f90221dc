package dev.lockstep.aws;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Artifacts in S3, against Adobe's S3Mock. */
final class S3MockConformanceTest extends S3ConformanceTest {
  private @Nullable S3Mock server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = S3Mock.start(folder);
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  URI endpoint() {
    return Objects.requireNonNull(server).endpoint();
  }
}
