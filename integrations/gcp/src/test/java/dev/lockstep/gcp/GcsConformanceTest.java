package dev.lockstep.gcp;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.conformance.RemoteArtifactStoreConformance;
import dev.lockstep.testing.google.CloudStorageDouble;
import dev.lockstep.testing.google.GoogleStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The flavor {@code gcs} does what every artifact store has to. */
final class GcsConformanceTest extends RemoteArtifactStoreConformance {
  private static final List<String> METHODS =
      List.of(
          "objects.insert",
          "objects.insert.chunk",
          "objects.get",
          "objects.list",
          "objects.delete");

  private final CloudStorageDouble google = CloudStorageDouble.start();

  @BeforeEach
  void createBucket() {
    google.createBucket("artifacts");
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Override
  protected ArtifactStore store(String scope) {
    return store(scope, google.endpoint());
  }

  private static ArtifactStore store(String scope, URI endpoint) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("bucket", "artifacts");
    attributes.put("prefix", scope);
    attributes.put("endpoint", endpoint.toString());
    attributes.put("attempts", "3");
    return new GcsArtifactStoreFlavor()
        .create(
            new ComponentContext(
                "tested", attributes, new LockstepHome(Path.of("target", "none")), Map.of()));
  }

  @Override
  protected ArtifactStore store(String scope, Trouble trouble) throws IOException {
    switch (trouble) {
      case UNREACHABLE -> {
        return store(scope, nobody());
      }
      case DENIED -> refuse(GoogleStatus.PERMISSION_DENIED);
      case BUSY -> refuse(GoogleStatus.RESOURCE_EXHAUSTED);
      case BUSY_AT_FIRST -> {
        for (String method : METHODS) {
          google.refuseOnce(method, GoogleStatus.UNAVAILABLE);
        }
      }
      case CUT_DOWNLOADS -> google.cutDownloads(true);
      case DAMAGED_DOWNLOADS -> google.damageDownloads(true);
      case REFUSED_UPLOADS ->
          google.refuseAfter(1, "objects.insert.chunk", GoogleStatus.PERMISSION_DENIED);
    }
    return store(scope, google.endpoint());
  }

  private void refuse(GoogleStatus status) {
    for (String method : METHODS) {
      google.refuse(method, status);
    }
  }

  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  @Override
  protected List<String> confidential() {
    return List.of(); // It was given none: servers on this machine get none.
  }
}
