package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZenmlImportTest {
  private final Path folder;
  private final InProcess lockstep;

  ZenmlImportTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  @Test
  void secretsOfZenmlsLocalManagerAreReadWithTheirTypes() throws IOException {
    Path file = folder.resolve("secrets.yaml");
    Files.writeString(
        file,
        """
        my_aws:
          aws_access_key_id: aHVudGVyMg==
          aws_secret_access_key: c2Vj
          zenml_schema_name: aws
        free:
          password: w7xuw68=
          zenml_schema_name: arbitrary
        seldon:
          rclone_config_s3_type: czM=
          zenml_schema_name: seldon_s3
        cloud:
          zenml_schema_name: azure
          client_id: eA==
          other: eA==
        """);
    Result result = lockstep.run("secret", "import", "--from-zenml", file.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err())
        .contains("'seldon_s3' is not known here: the secret 'seldon' becomes arbitrary.")
        .contains(
            "The secret 'cloud' does not fit the schema 'azure' and becomes arbitrary: schema"
                + " 'azure' has no key 'other'")
        .contains("Imported into secrets manager 'default': 4 new.")
        .doesNotContain("hunter2");
    assertThat(lockstep.run("secret", "get", "my_aws", "--reveal", "-o", "yaml").out())
        .contains("type: aws\n", "aws_access_key_id: hunter2\n");
    assertThat(lockstep.run("secret", "get", "free", "password", "--reveal").out())
        .isEqualTo("ünï\n");
    assertThat(lockstep.run("secret", "get", "cloud", "-o", "yaml").out())
        .contains("type: arbitrary\n");
    Result broken =
        lockstep.reading(
            "a:\n  k: 'no base64!'\n  l: /w==\n  zenml_schema_name: arbitrary\n",
            "secret",
            "import",
            "-",
            "--from-zenml");
    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.err())
        .contains("secret 'a': key 'k' is not base64 of UTF-8 text")
        .contains("secret 'a': key 'l' is not base64 of UTF-8 text")
        .doesNotContain("no base64!");
  }

  @Test
  void aSecretThatZenmlExportedHasTheFilesNameOrTheGivenOne() throws IOException {
    Path file = folder.resolve("ware-house.yaml");
    Files.writeString(file, "url: jdbc:x\npassword: hunter2\n");
    assertThat(lockstep.run("secret", "import", file.toString(), "--from-zenml").exitCode())
        .isZero();
    assertThat(
            lockstep.run("secret", "import", file.toString(), "other", "--from-zenml").exitCode())
        .isZero();
    assertThat(lockstep.run("secret", "list").out()).isEqualTo("NAME\nother\nware-house\n");
    assertThat(lockstep.run("secret", "get", "other", "password", "--reveal").out())
        .isEqualTo("hunter2\n");
    Result nameless = lockstep.reading("{\"k\": \"v\"}", "secret", "import", "-", "--from-zenml");
    assertThat(nameless.exitCode()).isEqualTo(2);
    assertThat(nameless.err()).contains("it holds one secret without its name: give NAME");
    Result several =
        lockstep.reading("a:\n  k: eA==\n", "secret", "import", "-", "n", "--from-zenml");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err()).contains("it holds several secrets");
  }
}
