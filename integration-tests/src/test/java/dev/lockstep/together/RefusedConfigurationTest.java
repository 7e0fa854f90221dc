package dev.lockstep.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.CommandLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each provider's flavor says what cannot be when a component is registered, not when it is used.
 */
class RefusedConfigurationTest {
  private final CommandLine lockstep;
  private final Path home;

  RefusedConfigurationTest(@TempDir Path folder) {
    this.home = folder.resolve("home");
    this.lockstep = new CommandLine(home);
  }

  private static String[] register(String component) {
    List<String> words = new ArrayList<>(List.of(component.split(" ", -1)));
    words.addAll(1, List.of("register", "x", "-f"));
    return words.toArray(new String[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets-manager aws --recovery_days=3",
        "secrets-manager aws --region=Frankfurt",
        "secrets-manager aws --attempts=0",
        "secrets-manager gcp --keep_versions=0",
        "secrets-manager gcp --endpoint=http://elsewhere",
        "secrets-manager azure --vault_url=ftp://x",
        "secrets-manager azure --vault_url=https://v.vault.azure.net --timeout=PT0S",
        "secrets-manager vault --auth=approle",
        "secrets-manager vault --address=ftp://v",
        "secrets-manager sqlite --prefix=a/b",
        "artifact-store s3 --bucket=s3://shop",
        "artifact-store s3 --bucket=shop --attempts=0",
        "artifact-store s3 --bucket=shop --session_token=alone",
        "artifact-store gcs --bucket=gs://shop",
        "artifact-store gcs --bucket=shop --timeout=PT0S"
      })
  void whatCannotBeIsNotStored(String component) {
    CommandLine.Result result = lockstep.run(register(component));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err())
        .contains("'x' was not registered:\n  - ")
        .endsWith(" flavor describe " + component.split(" ", -1)[1] + "\n")
        .doesNotContain("Fix:");
    assertThat(home.resolve("config.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secrets-manager aws",
        "secrets-manager aws --profile=on-another-machine",
        "secrets-manager gcp --credentials_file=/not/here.json",
        "secrets-manager vault",
        "secrets-manager vault --address=https://v --token_file=/not/here",
        "secrets-manager sqlite --path=/not/here/x.db --key_from=passphrase",
        "artifact-store s3 --bucket=shop --authentication_secret=aws",
        "artifact-store gcs --bucket={{a.b}} --attempts=0"
      })
  void whatMayBeThereElsewhereIsStored(String component) {
    lockstep.succeed(register(component));
    assertThat(home.resolve("config.yaml")).exists();
    assertThat(home.resolve("secrets")).doesNotExist();
  }
}
