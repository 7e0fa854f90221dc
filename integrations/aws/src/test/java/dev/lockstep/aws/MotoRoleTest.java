package dev.lockstep.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.SecretsUnreachableException;
import dev.lockstep.stack.ComponentContext;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A role is assumed before secrets are read, against moto, which has STS as well. */
@EnabledIfSystemProperty(named = Moto.PROPERTY, matches = ".+", disabledReason = "needs -Pmoto")
final class MotoRoleTest {
  /** Where the SDK looks for STS. */
  private static final String STS = "aws.endpointUrlSts";

  @Test
  void secretsAreReadWithARole(@TempDir Path folder) throws Exception {
    try (Moto moto = Moto.start()) {
      System.setProperty(STS, moto.endpoint().toString());
      Map<String, String> attributes =
          Map.of(
              "endpoint",
              moto.endpoint().toString(),
              "region",
              "us-east-1",
              "attempts",
              "1",
              "role_arn",
              "arn:aws:iam::123456789012:role/reader",
              "external_id",
              "lockstep");
      ComponentContext context =
          new ComponentContext("prod", attributes, new LockstepHome(folder), Map.of());
      try (SecretsManager manager = new AwsSecretsManagerFlavor().create(context)) {
        manager.register(Secret.of("a", "arbitrary", Map.of("k", SecretValue.of("v"))));
        assertThat(manager.get("a").value("k")).contains(SecretValue.of("v"));
      }
      System.setProperty(STS, "http://127.0.0.1:" + ServerProcess.freePort());
      try (SecretsManager manager = new AwsSecretsManagerFlavor().create(context)) {
        assertThatThrownBy(() -> manager.get("a")).isInstanceOf(SecretsUnreachableException.class);
      }
    } finally {
      System.clearProperty(STS);
    }
  }
}
