package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.redact.Redactor;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What the flavor does in S3, beyond what all artifact stores do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3ArtifactStoreTest {
  private static final int LARGE = 20 << 20;
  private static final String KEY = S3ConformanceTest.KEY;

  private static final String REDIRECT =
      "<?xml version=\"1.0\"?><Error><Code>TemporaryRedirect</Code></Error>";

  @TempDir Path home;

  private @Nullable S3Mock started;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    started = S3Mock.start(folder);
  }

  @AfterAll
  void stop() throws Exception {
    server().close();
  }

  private S3Mock server() {
    S3Mock server = started;
    if (server == null) {
      throw new IllegalStateException("It is started before all tests.");
    }
    return server;
  }

  private ArtifactStore store(URI endpoint, String... attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    return S3ConformanceTest.store(home, endpoint, all);
  }

  /** Another tool, with AWS's own client. */
  private S3Client other() {
    return S3Client.builder()
        .httpClient(UrlConnectionHttpClient.create())
        .endpointOverride(server().endpoint())
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("other", "tool")))
        .build();
  }

  private static void write(ArtifactStore store, String path, int size) throws IOException {
    try (OutputStream out = store.create(path)) {
      out.write(new byte[size]);
    }
  }

  private static int read(ArtifactStore store, String path) throws IOException {
    try (InputStream in = store.open(path)) {
      return in.readAllBytes().length;
    }
  }

  @Test
  void aFileLiesWhereItsLocationSays() throws IOException {
    try (ArtifactStore store = store(server().endpoint(), "prefix", "team/models/");
        S3Client other = other()) {
      write(store, "churn/1/model", 3);

      assertThat(store.location("churn/1/model"))
          .isEqualTo("s3://artifacts/team/models/churn/1/model");
      assertThat(
              other
                  .headObject(r -> r.bucket("artifacts").key("team/models/churn/1/model"))
                  .contentLength())
          .isEqualTo(3);
    }
  }

  @Test
  void whatAnotherToolStoredIsRead() throws IOException {
    try (ArtifactStore store = store(server().endpoint());
        S3Client other = other()) {
      other.putObject(r -> r.bucket("artifacts").key("theirs"), RequestBody.fromString("12345"));

      assertThat(read(store, "theirs")).isEqualTo(5);
      try (InputStream in = store.open("theirs")) {
        assertThat(in.readAllBytes()).hasSize(5);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void aLostAnswerToTheEndOfALargeFileIsNotNoticed() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server().endpoint());
        ArtifactStore store = store(proxy.endpoint())) {
      for (int lost = 0; lost < 6; lost++) {
        proxy.inject(new Fault.LostAnswer(), lost, 1);
        write(store, "lost/" + lost, LARGE);
        proxy.clear();
        assertThat(read(store, "lost/" + lost)).isEqualTo(LARGE);
      }
    }
  }

  @Test
  void nothingIsLeftOfAnUploadThatFailedOrWasGivenUp() throws IOException {
    try (S3Client other = other();
        FaultProxy proxy = FaultProxy.before(server().endpoint())) {
      ArtifactStore store = store(proxy.endpoint(), "attempts", "1");
      proxy.inject(S3ConformanceTest.answer(400, "EntityTooLarge"), 2, 1);
      assertThatThrownBy(() -> write(store, "failed", LARGE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("s3://artifacts/failed cannot be written: S3 refuses it")
          .hasMessageContaining("EntityTooLarge");
      proxy.clear();
      OutputStream abandoned = store.create("abandoned");
      abandoned.write(new byte[LARGE]);
      assertThat(uploads(other)).isEqualTo(1);

      store.close();

      assertThat(uploads(other)).isZero();
      assertThatThrownBy(() -> read(store(server().endpoint()), "abandoned"))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  private static int uploads(S3Client client) {
    return client.listMultipartUploads(r -> r.bucket("artifacts")).uploads().size();
  }

  @Test
  void aMissingBucketIsNoMissingFile() {
    ArtifactStore store = store(server().endpoint(), "bucket", "nobodys");
    assertThatThrownBy(() -> read(store, "a"))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("there is no bucket 'nobodys' (NoSuchBucket)")
        .hasMessageContaining("lockstep artifact-store update models --bucket=BUCKET");
    store.close();
  }

  @Test
  void anotherRegionIsToldWithTheCommandThatSetsIt() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server().endpoint());
        ArtifactStore store = store(proxy.endpoint())) {
      proxy.inject(S3ConformanceTest.answer(301, "PermanentRedirect"));
      assertThatThrownBy(() -> read(store, "a"))
          .hasMessageContaining("lies in another region (PermanentRedirect)")
          .hasMessageContaining("lockstep artifact-store update models --region=REGION");
      proxy.inject(new Fault.Answer(307, Map.of("x-amz-bucket-region", "eu-central-1"), REDIRECT));
      assertThatThrownBy(() -> read(store, "a"))
          .hasMessageContaining("lies in another region (TemporaryRedirect)")
          .hasMessageContaining("lockstep artifact-store update models --region=eu-central-1");
    }
  }

  @Test
  void aClockThatIsWrongIsNoMissingPermission() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server().endpoint());
        ArtifactStore store = store(proxy.endpoint())) {
      proxy.inject(S3ConformanceTest.answer(403, "RequestTimeTooSkewed"));
      assertThatThrownBy(() -> read(store, "a"))
          .hasMessageContaining(
              "S3 denies it (RequestTimeTooSkewed). Fix: set this machine's clock");
    }
  }

  @Test
  void aStoreThatDeletesOneByOneOnlyIsAskedToDoThat() throws IOException {
    try (FaultProxy proxy = FaultProxy.before(server().endpoint());
        ArtifactStore store = store(proxy.endpoint())) {
      for (int i = 0; i < 3; i++) {
        write(store, "many/" + i, 1);
      }
      // After one for the path itself, and one for the list of what is below it.
      proxy.inject(S3ConformanceTest.answer(400, "MissingContentMD5"), 2, 1);
      store.delete("many");

      for (int i = 0; i < 3; i++) {
        String path = "many/" + i;
        assertThatThrownBy(() -> read(store, path)).isInstanceOf(NoSuchFileException.class);
      }
    }
  }

  @Test
  void aPathThatNoKeyCanHaveIsRefused() {
    try (ArtifactStore store = store(server().endpoint(), "prefix", "team")) {
      assertThat(store.location("x")).isEqualTo("s3://artifacts/team/x");
      assertThatThrownBy(() -> store.create("\u00e4".repeat(510)))
          .hasMessageContaining("has 1025 bytes, and the name of an object has at most 1024");
      assertThatThrownBy(() -> store.create("half of a pair: \ud83d"))
          .hasMessageContaining("is not valid text");
    }
  }

  @Test
  void aConfigurationThatCannotBeIsRefused() {
    URI endpoint = server().endpoint();
    assertThatThrownBy(() -> store(endpoint, "bucket", "s3://artifacts"))
        .hasMessageContaining("'bucket' is not the name of a bucket");
    assertThatThrownBy(() -> store(endpoint, "prefix", "a//b")).hasMessageContaining("'prefix'");
    assertThatThrownBy(() -> store(endpoint, "prefix", "../b")).hasMessageContaining("'prefix'");
    assertThatThrownBy(() -> store(endpoint, "attempts", "0")).hasMessageContaining("'attempts'");
    assertThatThrownBy(() -> store(endpoint, "timeout", "PT0S")).hasMessageContaining("'timeout'");
    Map<String, String> half = Map.of("bucket", "artifacts", "secret_access_key", KEY);
    assertThatThrownBy(
            () ->
                new S3ArtifactStoreFlavor()
                    .create(new ComponentContext("m", half, new LockstepHome(home), Map.of())))
        .hasMessageContaining("'access_key_id' is missing")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void credentialsComeFromASecret() throws IOException {
    try (OpenStack stack = stack(Map.of("authentication_secret", "aws"))) {
      assertThat(stack.references().secrets()).containsExactly("aws");
      assertThat(stack.references().keys("aws"))
          .containsExactlyInAnyOrder("aws_access_key_id", "aws_secret_access_key");
      assertThatThrownBy(stack::artifactStore)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("There is no secret 'aws'")
          .hasMessageContaining("lockstep secret register aws ")
          .hasMessageContaining("--aws_access_key_id=VALUE")
          .hasMessageContaining("--aws_secret_access_key=VALUE");
      stack
          .secretsManager()
          .orElseThrow()
          .register(
              Secret.of(
                  "aws",
                  "aws",
                  Map.of(
                      "aws_access_key_id", SecretValue.of(S3ConformanceTest.KEY_ID),
                      "aws_secret_access_key", SecretValue.of(KEY))));
      write(stack.artifactStore(), "from/secret", 3);
      assertThat(read(stack.artifactStore(), "from/secret")).isEqualTo(3);
    }
  }

  @Test
  void credentialsOfAnotherTypeAreToldByTheirKeys() {
    try (OpenStack stack = stack(Map.of("authentication_secret", "aws"))) {
      stack
          .secretsManager()
          .orElseThrow()
          .register(
              Secret.of(
                  "aws",
                  "basic_auth",
                  Map.of("username", SecretValue.of("u"), "password", SecretValue.of(KEY))));
      assertThatThrownBy(stack::artifactStore)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("has no key 'aws_")
          .hasMessageNotContaining(KEY);
    }
  }

  private OpenStack stack(Map<String, String> attributes) {
    Map<String, String> all = new LinkedHashMap<>(attributes);
    all.put("bucket", "artifacts");
    all.put("endpoint", server().endpoint().toString());
    all.put("path_style", "true");
    LockstepHome state = new LockstepHome(home.resolve("lockstep"));
    Configuration configuration =
        Configuration.builtIn()
            .registerComponent(new Component(ComponentType.ARTIFACT_STORE, "models", "s3", all));
    configuration =
        configuration.updateStack(
            configuration.stack("default").with(ComponentType.ARTIFACT_STORE, "models"));
    return OpenStack.of(
        configuration.stack("default"),
        configuration,
        BuiltInFlavors.flavors(state),
        state,
        Map.of(),
        new Redactor());
  }
}
