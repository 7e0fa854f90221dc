package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.testing.conformance.ForwardProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who asks a vault that is reached as real ones are: by TLS, with a token from elsewhere. */
final class CredentialsTest extends VaultTest {
  @Test
  void aManagedIdentityReadsAndWhoHasNoCredentialsIsToldSo() throws Exception {
    OtherTool.store(vault, "db", "{\"k\":\"12345\"}");
    try (SecureVault secure = new SecureVault(vault, folder)) {
      List<String> said =
          read(secure, Map.of(), "managed_identity", "default", "environment", "workload_identity");

      assertThat(said).hasSize(4);
      assertThat(said.get(0)).isEqualTo("managed_identity: 5");
      assertThat(said.get(1)).isEqualTo("default: 5");
      assertThat(said.subList(2, 4))
          .allSatisfy(
              line ->
                  assertThat(line)
                      .contains(
                          "SecretAccessDeniedException: Secrets manager 'vault' was refused when"
                              + " reading the secret 'db': no usable credentials were found. Fix: ")
                      .contains("az login"));
      assertThat(secure.resources())
          .isNotEmpty()
          .allSatisfy(query -> assertThat(query).contains("resource=https://vault.azure.net"));
    }
  }

  @Test
  void theVaultIsReachedThroughTheProxyOfTheEnvironmentAndWhoGivesOutIdentitiesIsNot()
      throws Exception {
    OtherTool.store(vault, "db", "{\"k\":\"12345\"}");
    try (SecureVault secure = new SecureVault(vault, folder);
        ForwardProxy proxy = proxy(secure, "user:tr0ub4dor");
        ForwardProxy open = proxy(secure, null)) {
      String wrong = proxy.address().replace("tr0ub4dor", "wr0ng");
      assertThat(read(secure, Map.of("https_proxy", wrong), "managed_identity"))
          .singleElement()
          .asString()
          .contains("SecretsUnreachableException: Secrets manager 'vault' got no answer")
          .doesNotContain("wr0ng", "user");
      assertThat(
              read(
                  secure,
                  Map.of("HTTPS_PROXY", proxy.address(), "NO_PROXY", ".vault.azure.net"),
                  "managed_identity"))
          .containsExactly("managed_identity: 5");
      assertThat(proxy.requests()).isEmpty();

      Map<String, String> both =
          Map.of("HTTPS_PROXY", proxy.address(), "HTTP_PROXY", "http://127.0.0.1:9");
      assertThat(read(secure, both, "managed_identity")).containsExactly("managed_identity: 5");
      String connect = "CONNECT " + secure.endpoint().getAuthority();
      assertThat(proxy.requests()).isNotEmpty().containsOnly(connect);

      assertThat(read(secure, Map.of("HTTPS_PROXY", open.address()), "managed_identity"))
          .containsExactly("managed_identity: 5");
      assertThat(open.requests()).isNotEmpty().containsOnly(connect);
    }
  }

  private ForwardProxy proxy(SecureVault secure, @Nullable String user) throws Exception {
    URI server = URI.create("https://127.0.0.1:" + secure.endpoint().getPort());
    return ForwardProxy.start(Map.of(SecureVault.HOST, server), user, folder);
  }

  private List<String> read(
      SecureVault secure, Map<String, String> environment, String... credentials) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"));
    command.addAll(secure.jvmOptions());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Reading.class.getName(),
            folder.resolve("home").toString(),
            secure.endpoint().toString()));
    command.addAll(List.of(credentials));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(folder.resolve("errors").toFile()));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("IDENTITY_ENDPOINT", secure.identityEndpoint());
    builder.environment().put("IDENTITY_HEADER", SecureVault.IDENTITY_HEADER);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      return said.lines().toList();
    } finally {
      process.destroyForcibly();
    }
  }
}
