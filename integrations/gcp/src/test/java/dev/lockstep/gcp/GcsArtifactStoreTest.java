package dev.lockstep.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.google.CloudStorageDouble;
import dev.lockstep.testing.google.GoogleStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is special about Cloud Storage. */
final class GcsArtifactStoreTest {
  private final CloudStorageDouble google = CloudStorageDouble.start();

  @BeforeEach
  void createBucket() {
    google.createBucket("artifacts");
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private static ArtifactStore store(URI endpoint, String bucket) {
    return new GcsArtifactStoreFlavor()
        .create(
            Managers.context(
                Map.of("bucket", bucket, "prefix", "team/x/", "endpoint", endpoint.toString()),
                Map.of()));
  }

  private ArtifactStore store() {
    return store(google.endpoint(), "artifacts");
  }

  private static void write(ArtifactStore store, String path, byte[] content) throws IOException {
    try (OutputStream out = store.create(path)) {
      out.write(content);
    }
  }

  private static byte[] read(ArtifactStore store, String path) throws IOException {
    try (InputStream in = store.open(path)) {
      return in.readAllBytes();
    }
  }

  private static byte[] content(int size) {
    byte[] content = new byte[size];
    new Random(7).nextBytes(content);
    return content;
  }

  @Test
  void aFileIsAnObjectOfItsPathBelowThePrefix() throws IOException {
    write(store(), "run/50%\n", "x".getBytes(StandardCharsets.UTF_8));

    assertThat(google.objects("artifacts")).containsExactly("team/x/run/50%25%0a");
    assertThat(store().location("run/50%\n")).isEqualTo("gs://artifacts/team/x/run/50%25%0a");
  }

  @Test
  void aSmallFileIsOneRequestAndALargeOneAsManyAsItHasChunksAndOneMore() throws IOException {
    write(store(), "small", content(GcsUpload.CHUNK));
    assertThat(google.calls()).isEqualTo(Map.of("objects.insert", 1));
    write(store(), "large", content(2 * GcsUpload.CHUNK));
    assertThat(google.calls()).isEqualTo(Map.of("objects.insert", 2, "objects.insert.chunk", 2));
  }

  @Test
  void aStoreThatIsClosedCancelsTheUploadsThatAreNot() throws IOException {
    ArtifactStore store = store();
    OutputStream out = store.create("large");
    out.write(content(GcsUpload.CHUNK + 1));
    assertThat(google.unfinishedUploads()).isEqualTo(1);
    store.close();

    assertThat(google.unfinishedUploads()).isZero();
    assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
    out.close();
    assertThat(google.objects("artifacts")).isEmpty();
  }

  @Test
  void anUploadThatIsRefusedIsCancelled() throws IOException {
    google.refuseAfter(1, "objects.insert.chunk", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> write(store(), "large", content(3 * GcsUpload.CHUNK)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "gs://artifacts/team/x/large cannot be written: Cloud Storage denies it (HTTP 403,"
                + " forbidden). Fix: give its credentials the role roles/storage.objectUser on the"
                + " bucket 'artifacts', or use others: lockstep artifact-store update tested"
                + " --credentials-file=FILE");
    assertThat(google.unfinishedUploads()).isZero();
    assertThat(google.objects("artifacts")).isEmpty();
  }

  @Test
  void whicheverAnswerIsLostTheFileArrives() throws IOException {
    byte[] content = content(2 * GcsUpload.CHUNK + 5);
    int requests = Integer.MAX_VALUE;
    for (int lost = 0; lost < requests; lost++) {
      try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
        proxy.inject(new Fault.LostAnswer(), lost, 1);
        write(store(proxy.endpoint(), "artifacts"), "large", content);
        requests = Math.min(requests, proxy.requests());
      }
      assertThat(Arrays.equals(read(store(), "large"), content)).as("lost answer " + lost).isTrue();
    }
    assertThat(requests).isGreaterThan(3);
  }

  @Test
  void aMissingBucketIsToldFromAMissingFile() {
    ArtifactStore store = store(google.endpoint(), "other");
    String problem = "there is no bucket 'other'. Fix: make it, or lockstep artifact-store update";
    assertThatThrownBy(() -> read(store, "a"))
        .isNotInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> write(store, "a", content(1))).hasMessageContaining(problem);
    assertThatThrownBy(() -> write(store, "a", content(GcsUpload.CHUNK + 1)))
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> store.delete("a")).hasMessageContaining(problem);
  }

  @Test
  void whoMayNotListIsToldOfMissingFilesToo() throws IOException {
    write(store(), "there", content(1));
    google.refuse("objects.list", GoogleStatus.PERMISSION_DENIED);
    assertThatThrownBy(() -> read(store(), "none")).isInstanceOf(NoSuchFileException.class);
    assertThat(read(store(), "there")).hasSize(1);
  }

  @Test
  void aDownloadThatIsDeniedIsAskedForOnceAndTold() throws IOException {
    write(store(), "a", content(1));
    google.refuse("objects.get", GoogleStatus.PERMISSION_DENIED);
    int before = google.calls("objects.get");

    assertThatThrownBy(() -> read(store(), "a"))
        .hasMessageContaining("Cloud Storage denies it (HTTP 403, forbidden). Fix: give its")
        .isNotInstanceOf(NoSuchFileException.class);
    // The download's refusal is plain text; what it means is asked in JSON.
    assertThat(google.calls("objects.get") - before).isEqualTo(2);
  }

  @Test
  void whatAGatewayDeniesIsNotDeniedByCloudStorage() throws IOException {
    write(store(), "a", content(1));
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      proxy.inject(Fault.answer(403, "<html>log in to this network</html>"), 0, 1);
      assertThatThrownBy(() -> read(store(proxy.endpoint(), "artifacts"), "a"))
          .hasMessageContaining("was not reached or could not answer (HTTP 403)");
    }
  }

  @Test
  void aRateLimitIsOneThoughItsStatusIs403() throws IOException {
    write(store(), "a", content(1));
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      String body = "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"rateLimitExceeded\"}]}}";
      proxy.inject(Fault.answer(403, body), 0, 1);
      store(proxy.endpoint(), "artifacts").delete("a");
    }
    assertThat(google.objects("artifacts")).isEmpty();
  }

  @Test
  void whatArrivesUnpackedIsRefused() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      proxy.inject(
          new Fault.Answer(200, Map.of("X-Goog-Stored-Content-Encoding", "gzip"), "unpacked"));
      assertThatThrownBy(() -> read(store(proxy.endpoint(), "artifacts"), "a"))
          .hasMessageContaining("it was stored with a content encoding, by another tool")
          .hasMessageContaining("Fix: store it again without one");
    }
  }

  @Test
  void whatAGatewaySaysIsMissingMayBeThere() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(google.endpoint())) {
      proxy.inject(Fault.answer(404, "<html>not found</html>"));
      assertThatThrownBy(() -> read(store(proxy.endpoint(), "artifacts"), "a"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NoSuchFileException.class)
          .hasMessageContaining("was not reached or could not answer (HTTP 404)");
    }
  }
}
