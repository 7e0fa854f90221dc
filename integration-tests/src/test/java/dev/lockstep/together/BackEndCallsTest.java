package dev.lockstep.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.CommandLine;
import dev.lockstep.examples.digits.DigitsRunner;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.RunOptions;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often providers are asked, who charge and throttle by the call. */
class BackEndCallsTest {
  @TempDir private Path home;
  private CommandLine lockstep;
  private Providers providers;

  @BeforeEach
  void start() throws Exception {
    lockstep = new CommandLine(home);
    providers = Providers.start();
    for (String manager : providers.register(lockstep)) {
      lockstep.succeed(
          "stack",
          "register",
          manager,
          "-o",
          "default",
          "-a",
          "default",
          "-m",
          "default",
          "-x",
          manager);
    }
  }

  @AfterEach
  void stop() {
    providers.close();
  }

  /** The check reads all secrets at once; two of the eight steps need one, and read it. */
  @Test
  void theDigitsAskForSecretsOnceForTheCheckAndOnceForEachStepThatNeedsThem() {
    Map<String, Integer> calls = new LinkedHashMap<>();
    for (String stack : List.of("aws", "vault", "azure", "gcp")) {
      lockstep.succeed(
          "secret",
          "register",
          "aws",
          "-s",
          "aws",
          "--aws_access_key_id=AKIA",
          "--aws_secret_access_key=s3cret-key",
          "--secrets-manager",
          stack);
      int before = providers.calls(stack);
      RunOptions options =
          RunOptions.builder()
              .home(new LockstepHome(home))
              .stack(stack)
              .parameter("epochs", "1")
              .build();
      assertThat(Lockstep.run(DigitsRunner.PIPELINE, options).status())
          .isEqualTo(RunStatus.SUCCEEDED);
      calls.put(stack, providers.calls(stack) - before);
    }

    assertThat(calls)
        .containsEntry("aws", 3)
        .containsEntry("vault", 3)
        .containsEntry("azure", 3)
        // The type lies beside the payload, and is read once for each version.
        .containsEntry("gcp", 4);
  }

  @Test
  void tenSecretsAreOneCallOnAws() {
    SecretsManager secrets = providers.aws(home);
    List<String> names = IntStream.range(0, 10).mapToObj(i -> "secret-" + i).toList();
    for (String name : names) {
      secrets.register(Secret.of(name, "my_schema", Map.of("k", SecretValue.of("v"))));
    }
    secrets.close();
    int before = providers.calls("aws");

    try (SecretsManager cold = providers.aws(home)) {
      assertThat(cold.getAll(names)).hasSize(10);
    }
    assertThat(providers.calls("aws") - before).isOne();
  }
}
