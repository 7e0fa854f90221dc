package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.stack.StackException;
import dev.lockstep.testing.aws.AwsSecretsManagerDouble;
import dev.lockstep.testing.conformance.ForwardProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says about the way to AWS. */
final class ProxyTest {
  private static final String HOST = "192.0.2.1";
  private static final String PASSWORD = "tr0ub4dor";
  private static final Secret SECRET =
      Secret.of("db", Secret.ARBITRARY, Map.of("k", SecretValue.of("v")));

  private final AwsSecretsManagerDouble aws = AwsSecretsManagerDouble.start();
  private final SSLSocketFactory trusting = HttpsURLConnection.getDefaultSSLSocketFactory();
  private final Path folder;
  private final ForwardProxy proxy;

  ProxyTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    proxy = ForwardProxy.start(Map.of(HOST, aws.endpoint()), "user:" + PASSWORD, folder);
    HttpsURLConnection.setDefaultSSLSocketFactory(proxy.trusting());
  }

  @AfterEach
  void stop() {
    HttpsURLConnection.setDefaultSSLSocketFactory(trusting);
    proxy.close();
    aws.close();
  }

  private ComponentContext context(String scheme, Map<String, String> more, String... environment) {
    Map<String, String> attributes = new LinkedHashMap<>(more);
    attributes.put("endpoint", scheme + "://" + HOST);
    attributes.put("region", "us-east-1");
    attributes.put("attempts", "1");
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < environment.length; i += 2) {
      variables.put(environment[i], environment[i + 1]);
    }
    return new ComponentContext("prod", attributes, new LockstepHome(folder), variables);
  }

  private SecretsManager open(String scheme, String... environment) {
    return new AwsSecretsManagerFlavor().create(context(scheme, Map.of(), environment));
  }

  @Test
  void awsIsReachedThroughTheProxyOfTheEnvironmentWithItsPassword() {
    try (SecretsManager secrets = open("https", "https_proxy", proxy.address())) {
      secrets.register(SECRET);

      assertThat(secrets.get("db").values()).isEqualTo(SECRET.values());
    }
    assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT " + HOST + ":443");
  }

  @Test
  void soIsAnEndpointWithoutEncryption() {
    try (SecretsManager secrets = open("http", "HTTP_PROXY", proxy.address())) {
      secrets.register(SECRET);

      assertThat(secrets.get("db").values()).isEqualTo(SECRET.values());
    }
    assertThat(proxy.requests()).isNotEmpty().containsOnly("POST http://" + HOST + "/");
  }

  @Test
  void soIsS3() throws IOException {
    Map<String, String> attributes =
        Map.of(
            "bucket", "models",
            "path_style", "true",
            "access_key_id", "id",
            "secret_access_key", "key");
    try (ArtifactStore store =
        new S3ArtifactStoreFlavor()
            .create(context("https", attributes, "HTTPS_PROXY", proxy.address()))) {
      // What answers is no S3.
      assertThatThrownBy(() -> store.open("a")).isInstanceOf(IOException.class);
    }
    assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT " + HOST + ":443");
  }

  @Test
  void aWrongPasswordIsNotShown() {
    String wrong = proxy.address().replace(PASSWORD, "wr0ng");
    try (SecretsManager secrets = open("https", "HTTPS_PROXY", wrong)) {
      assertThatThrownBy(() -> secrets.get("db"))
          .isInstanceOf(SecretsUnreachableException.class)
          .hasMessageNotContainingAny("wr0ng", "user");
    }
    assertThat(proxy.requests()).isEmpty();
    assertThatThrownBy(() -> open("https", "HTTPS_PROXY", "ftp://user:wr0ng@proxy"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("HTTPS_PROXY")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void theProxyIsNotAskedForWhatIsExcepted() {
    // An address of this machine that is not one of its own to those who decide on proxies.
    Map<String, String> attributes =
        Map.of("endpoint", "http://0.0.0.0:" + aws.endpoint().getPort(), "region", "us-east-1");
    Map<String, String> environment =
        Map.of("HTTP_PROXY", proxy.address(), "no_proxy", "10.0.0.0/8,0.0.0.0");
    try (SecretsManager secrets =
        new AwsSecretsManagerFlavor()
            .create(
                new ComponentContext("prod", attributes, new LockstepHome(folder), environment))) {
      secrets.register(SECRET);

      assertThat(secrets.get("db").values()).isEqualTo(SECRET.values());
    }
    assertThat(proxy.requests()).isEmpty();
  }
}
