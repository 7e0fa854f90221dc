package dev.lockstep.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.json.Json;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.FlavorOption;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.google.SecretManagerDouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the flavors are found and configured, and whose credentials they use. */
final class GcpFlavorsTest {
  private static final String HIDDEN = "hunter2-5uper-5ecret";

  @Test
  void bothAreFound() {
    List<String> found = new ArrayList<>();
    for (ComponentFlavor<?> flavor : ServiceLoader.load(ComponentFlavor.class)) {
      found.add(flavor.type().label() + " " + flavor.name());
    }
    assertThat(found).contains("secrets-manager gcp", "artifact-store gcs");
  }

  @Test
  void theirPagesTellEveryAttribute() throws IOException {
    assertTold(new GcpSecretsManagerFlavor(), "secrets-managers/gcp.md");
    assertTold(new GcsArtifactStoreFlavor(), "artifact-stores/gcs.md");
  }

  private static void assertTold(ComponentFlavor<?> flavor, String page) throws IOException {
    String text = Files.readString(Path.of("../../docs", page));
    for (FlavorOption option : flavor.options()) {
      assertThat(text).contains("`" + option.name() + "`");
      if (option.defaultValue() != null && !option.defaultValue().isEmpty()) {
        assertThat(text).contains("`" + option.defaultValue() + "`");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deletion,recoverable,keeps no deleted secrets",
    "endpoint,http://example.com,neither an https:// address nor an http:// one of this machine",
    "endpoint,http://127.0.0.1.example.com,neither an https://",
    "endpoint,ftp://127.0.0.1,neither an https://",
    "endpoint,secretmanager,neither an https://",
    "keep_versions,0,keep_versions is less than 1",
    "replication,',',neither automatic nor a list of locations",
    "replication,europe_west3,neither automatic nor a list of locations",
    "location,europe/west4,location is not like europe-west4",
    "project,My Project,project is not the id of a project"
  })
  void whatCannotBeConfiguredIsRefused(String attribute, String value, String problem) {
    assertThatThrownBy(() -> manager(Map.of(attribute, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void thatNothingListensAtTheAddressIsSaid() {
    SecretManagerDouble google = SecretManagerDouble.start();
    google.close();

    assertThatThrownBy(() -> Managers.open(google.endpoint(), "attempts", "1").get("db"))
        .isInstanceOf(SecretsUnreachableException.class)
        .hasMessageContaining("nothing listens at the address")
        .hasNoCause();
  }

  @Test
  void regionalSecretsHaveNoReplication() {
    assertThatThrownBy(() -> manager(Map.of("location", "europe-west4", "replication", "us-east1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have no replication");
  }

  @ParameterizedTest
  @CsvSource({
    "bucket,gs://b,not the name of a bucket",
    "bucket,' ',not the name of a bucket",
    "prefix,../b,not a path such as team/models",
    "attempts,0,attempts is less than 1",
    "timeout,PT0S,timeout no time at all",
    "authentication_secret,a b,not the name of a secret",
    "endpoint,http://example.com,neither an https://"
  })
  void aStoreThatCannotBeConfiguredIsRefused(String attribute, String value, String problem) {
    Map<String, String> attributes = new LinkedHashMap<>(Map.of("bucket", "b"));
    attributes.put(attribute, value);
    assertThatThrownBy(() -> store(attributes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aStoreNeedsABucket() {
    assertThatThrownBy(() -> store(Map.of()))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("the attribute 'bucket' is missing");
  }

  @Test
  void anAuthenticationSecretStandsForAReferenceToItsKey() {
    GcsArtifactStoreFlavor flavor = new GcsArtifactStoreFlavor();
    assertThat(flavor.implied(Map.of("bucket", "b", "authentication_secret", "team/gcp")))
        .isEqualTo(Map.of("token", "{{team/gcp.token}}"));
    assertThat(flavor.implied(Map.of("bucket", "b"))).isEmpty();
    assertThat(flavor.implied(Map.of("authentication_secret", "a b"))).isEmpty();
  }

  @Test
  void theProjectIsThatOfTheEnvironmentUnlessItIsConfigured() {
    try (SecretManagerDouble google = SecretManagerDouble.start()) {
      Map<String, String> attributes = Map.of("endpoint", google.endpoint().toString());
      manager(attributes, Map.of("GOOGLE_CLOUD_PROJECT", "from-environment"))
          .register(Managers.secret("a", "aws", "k", "v"));

      assertThat(Managers.open(google.endpoint()).list()).isEmpty();
      assertThat(Managers.open(google.endpoint(), "project", "from-environment").list())
          .containsExactly("a");
      assertThatThrownBy(() -> manager(attributes).get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("no project is configured");
    }
  }

  @Test
  void credentialsThatCannotBeReadAreToldAndNotShown(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("key.json");
    Files.writeString(file, "{\"type\":\"service_account\",\"private_key\":\"" + HIDDEN + "\"}");
    assertThatThrownBy(
            () -> manager(Map.of("project", "p", "credentials_file", file.toString())).get("a"))
        .isInstanceOf(SecretAccessDeniedException.class)
        .hasMessageContaining("the credentials_file '" + file + "' cannot be read as one")
        .hasNoCause()
        .message()
        .doesNotContain(HIDDEN);
    assertThatThrownBy(() -> store(Map.of("bucket", "b", "token", HIDDEN)).open("a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the token is no key of Google's")
        .hasNoCause()
        .message()
        .doesNotContain(HIDDEN);
  }

  @Test
  void aKeyThatGetsNoTokenIsDeniedAndAServiceThatGivesNoneNowIsUnreachable(@TempDir Path folder)
      throws Exception {
    HttpServer tokens =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] status = {400};
    tokens.createContext(
        "/",
        exchange -> {
          byte[] body =
              "{\"error\":\"invalid_grant\",\"error_description\":\"x\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status[0], body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    tokens.start();
    try {
      Path file = folder.resolve("key.json");
      Files.writeString(file, key("http://127.0.0.1:" + tokens.getAddress().getPort()));
      Map<String, String> attributes =
          Map.of("credentials_file", file.toString(), "attempts", "1", "timeout", "PT20S");

      assertThatThrownBy(() -> manager(attributes).get("a"))
          .isInstanceOf(SecretAccessDeniedException.class)
          .hasMessageContaining("its credentials get no access token");
      status[0] = 503;
      assertThatThrownBy(() -> manager(attributes).get("a"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageContaining("no access token could be fetched");
    } finally {
      tokens.stop(0);
    }
  }

  /** The key of a service account of the project {@code of-the-key}. */
  private static String key(String tokenUri) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String pem =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("type", "service_account");
    key.put("project_id", "of-the-key");
    key.put("private_key_id", "1");
    key.put("private_key", "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
    key.put("client_email", "tests@of-the-key.iam.gserviceaccount.com");
    key.put("client_id", "1");
    key.put("token_uri", tokenUri);
    return Json.write(key);
  }

  private static SecretsManager manager(Map<String, String> attributes) {
    return manager(attributes, Map.of());
  }

  private static SecretsManager manager(
      Map<String, String> attributes, Map<String, String> environment) {
    return new GcpSecretsManagerFlavor().create(Managers.context(attributes, environment));
  }

  private static ArtifactStore store(Map<String, String> attributes) {
    return new GcsArtifactStoreFlavor().create(Managers.context(attributes, Map.of()));
  }
}
