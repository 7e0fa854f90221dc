package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeSecretTest {
  private final InProcess lockstep;

  DescribeSecretTest(@TempDir Path folder) {
    this.lockstep = new InProcess(folder);
  }

  @Test
  void aTypedSecretIsComparedWithItsSchema() {
    lockstep.run(
        "secret",
        "register",
        "a",
        "-s",
        "aws",
        "--aws_access_key_id=hunter2",
        "--aws_secret_access_key=hunter2");
    assertThat(lockstep.run("secret", "describe", "a"))
        .isEqualTo(
            new Result(
                0,
                """
                NAME  TYPE  VERSION  SECRETS MANAGER
                a     aws   1        default

                KEY                    TYPE    IN SCHEMA  STORED
                aws_access_key_id      string  required   yes
                aws_secret_access_key  secret  required   yes
                aws_session_token      secret  optional   no
                """,
                ""));
    assertThat(lockstep.run("secret", "describe", "a", "-o", "json").out())
        .contains("\"type\" : \"aws\"", "\"version\" : \"1\"", "\"schema_known\" : true")
        .contains("\"in_schema\" : \"optional\",\n    \"stored\" : false")
        .doesNotContain("hunter2", "***");
  }

  @Test
  void whatDoesNotFitIsSaid() {
    // A secret that other tools may have written.
    lockstep.reading(
        "lockstep_secrets: 1\nsecrets:\n  a:\n    type: shop_db\n    values: {url: x}\n",
        "secret",
        "import",
        "-");
    Result unknown = lockstep.run("secret", "describe", "a");
    assertThat(unknown.exitCode()).isZero();
    assertThat(unknown.out())
        .contains("a     shop_db  1        default", "url                   yes");
    assertThat(unknown.err()).contains("The schema 'shop_db' is not known here. --schemas TARGET");
    lockstep.run("secret", "register", "free", "--k=v");
    assertThat(lockstep.run("secret", "describe", "free").out())
        .contains("k          any        yes\n");
    Result missing = lockstep.run("secret", "describe", "fre");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("Did you mean 'free'?");
  }
}
