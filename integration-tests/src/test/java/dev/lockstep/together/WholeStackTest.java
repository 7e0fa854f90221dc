package dev.lockstep.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.CommandLine;
import dev.lockstep.cli.CommandLine.Result;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.PreflightException;
import dev.lockstep.run.RunOptions;
import dev.lockstep.testing.google.CloudStorageDouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose parts are at several providers, and refer to each other. */
class WholeStackTest {
  @TempDir private Path home;

  @Test
  void anArtifactStoreLogsInWithASecretOfAnotherProvider() throws Exception {
    CommandLine lockstep = new CommandLine(home);
    try (Providers providers = Providers.start();
        CloudStorageDouble storage = CloudStorageDouble.start()) {
      providers.register(lockstep);
      storage.createBucket("artifacts");
      lockstep.succeed(
          "artifact-store",
          "register",
          "bucket",
          "-f",
          "gcs",
          "--bucket=artifacts",
          "--endpoint=" + storage.endpoint(),
          "--authentication_secret=gcp");
      lockstep.succeed(
          "stack",
          "register",
          "cloud",
          "-o",
          "default",
          "-a",
          "bucket",
          "-m",
          "default",
          "-x",
          "vault");
      RunOptions options = RunOptions.builder().home(new LockstepHome(home)).stack("cloud").build();

      Assertions.assertThatThrownBy(() -> Lockstep.run(LettersRunner.PIPELINE, options))
          .isInstanceOf(PreflightException.class)
          .hasMessageContaining("gcp")
          .hasMessageContaining("token")
          .hasMessageContaining("lockstep secret register gcp");

      Path token = Files.writeString(home.resolve("token.json"), TOKEN);
      lockstep.succeed(
          "secret",
          "register",
          "gcp",
          "-s",
          "gcp",
          "--token=@" + token,
          "--secrets-manager",
          "vault");
      RunRecord run = Lockstep.run(LettersRunner.PIPELINE, options);
      assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
      assertThat(storage.objects("artifacts")).isNotEmpty();
      Result described = lockstep.run("artifact-store", "describe", "bucket", "-o", "json");
      assertThat(described.out()).contains("gcp").doesNotContain("private");
      try (Stream<Path> files = Files.walk(home.resolve("runs"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).doesNotContain("n0t-a-private-key");
        }
      }
    }
  }

  private static final String TOKEN =
      "{\"type\":\"service_account\",\"private_key\":\"n0t-a-private-key\"}";
}
