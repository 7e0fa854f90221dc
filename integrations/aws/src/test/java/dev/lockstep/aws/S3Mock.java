package dev.lockstep.aws;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Adobe's S3Mock, from the tests' class path, with one bucket. */
final class S3Mock implements AutoCloseable {
  private final ServerProcess process;

  private S3Mock(ServerProcess process) {
    this.process = process;
  }

  static S3Mock start(Path folder) throws Exception {
    int port = ServerProcess.freePort();
    S3Mock server =
        new S3Mock(
            ServerProcess.start(
                "s3mock",
                port,
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "com.adobe.testing.s3mock.S3MockApplication",
                    "--server.address=127.0.0.1",
                    "--server.port=0",
                    "--http.port=" + port,
                    "--com.adobe.testing.s3mock.store.root="
                        + Files.createDirectories(folder.resolve("s3mock")))));
    HttpURLConnection bucket =
        (HttpURLConnection)
            URI.create(server.endpoint() + "/" + S3ConformanceTest.BUCKET).toURL().openConnection();
    bucket.setRequestMethod("PUT");
    if (bucket.getResponseCode() != 200) {
      server.close();
      throw new IllegalStateException("No bucket: HTTP " + bucket.getResponseCode());
    }
    return server;
  }

  URI endpoint() {
    return process.endpoint();
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
