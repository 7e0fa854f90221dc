package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyDiffTest {
  private final InProcess lockstep;

  CopyDiffTest(@TempDir Path folder) {
    this.lockstep = new InProcess(folder);
  }

  @BeforeEach
  void twoManagers() {
    lockstep.run("secrets-manager", "register", "prod", "-f", "local");
    lockstep.run(
        "secret", "register", "auth", "-s", "basic_auth", "--username=u", "--password=hunter2");
    lockstep.run("secret", "register", "free", "--k=hunter2");
  }

  @Test
  void secretsAreCopiedAsTheyAre() {
    assertThat(lockstep.run("secret", "copy", "--all", "--to", "prod"))
        .isEqualTo(
            new Result(
                0,
                "",
                "Copied from secrets manager 'default' to secrets manager 'prod': 2 new.\n"));
    assertThat(
            lockstep
                .run("secret", "get", "auth", "--reveal", "-o", "yaml", "--secrets-manager=prod")
                .out())
        .contains("type: basic_auth\n", "password: hunter2\n");
    assertThat(lockstep.run("secret", "diff", "--all", "--to", "prod"))
        .isEqualTo(
            new Result(0, "SECRET  KEY  DIFFERENCE\nauth         same\nfree         same\n", ""));

    Result beside = lockstep.run("secret", "copy", "auth", "--to", "default", "--as", "auth2");
    assertThat(beside.exitCode()).as(beside.err()).isZero();
    assertThat(lockstep.run("secret", "list").out()).isEqualTo("NAME\nauth\nauth2\nfree\n");
    Result back =
        lockstep.run("secret", "copy", "free", "--from", "prod", "--to=default", "--as=x");
    assertThat(back.exitCode()).as(back.err()).isZero();
  }

  @Test
  void whatIsInTheWayIsSaidBeforeAnythingIsCopied() {
    lockstep.run("secret", "register", "free", "--secrets-manager=prod", "--k=other", "--l=v");
    Result refused = lockstep.run("secret", "copy", "--all", "--to", "prod");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("Nothing was stored, because secrets manager 'prod' has already: free.");
    assertThat(lockstep.run("secret", "list", "--secrets-manager=prod").out())
        .isEqualTo("NAME\nfree\n");
    assertThat(lockstep.run("secret", "copy", "--all", "--to", "prod", "--skip-existing").err())
        .contains(": 1 new, 1 skipped.");
    assertThat(lockstep.run("secret", "copy", "--all", "--to", "prod", "--update").err())
        .contains(": 1 replaced, 1 the same already.");
    assertThat(lockstep.run("secret", "diff", "--all", "--to", "prod").exitCode()).isZero();
  }

  @Test
  void wrongCallsAreToldWithoutCopying() {
    String[][] cases = {
      {"The secrets are in secrets manager 'default' already", "free", "--to", "default"},
      {"There is no secrets manager 'prdo'. Did you mean 'prod'?", "free", "--to", "prdo"},
      {"--to is missing", "free"},
      {"NAME is missing, or --all for all of them.", "--to", "prod"},
      {"--as names the copy of one secret", "free", "auth", "--as", "x", "--to", "prod"},
      {"--as names the copy of one secret", "--all", "--as", "x", "--to", "prod"},
      {"There is no secret 'fre' in secrets manager 'default'.", "fre", "auth", "--to", "prod"},
      {"exclude each other", "free", "--to", "prod", "--from", "prod", "--stack", "default"},
    };
    for (String[] each : cases) {
      String[] arguments = each.clone();
      arguments[0] = "copy";
      String[] call = new String[arguments.length + 1];
      call[0] = "secret";
      System.arraycopy(arguments, 0, call, 1, arguments.length);
      Result result = lockstep.run(call);
      assertThat(result.exitCode()).as(each[0]).isEqualTo(2);
      assertThat(result.err()).contains(each[0]);
    }
    assertThat(lockstep.run("secret", "list", "--secrets-manager=prod").out()).isEqualTo("NAME\n");
  }

  @Test
  void differencesAreShownByKeysAndNeverByValues() {
    lockstep.run(
        "secret", "register", "auth", "--secrets-manager=prod", "--username=u", "--token=hunter2");
    lockstep.run("secret", "register", "more", "--secrets-manager=prod", "--k=hunter2");
    Result result = lockstep.run("secret", "diff", "--all", "--to", "prod");
    assertThat(result)
        .isEqualTo(
            new Result(
                1,
                """
                SECRET  KEY       DIFFERENCE
                auth              type basic_auth in 'default', arbitrary in 'prod'
                auth    password  only in 'default'
                auth    token     only in 'prod'
                auth    username  same
                free              only in 'default'
                more              only in 'prod'
                """,
                ""));
    Result json = lockstep.run("secret", "diff", "auth", "--to", "prod", "-o", "json");
    assertThat(json.exitCode()).isEqualTo(1);
    assertThat(json.out())
        .contains("\"state\" : \"different\"")
        .contains("\"type_here\" : \"basic_auth\"", "\"type_there\" : \"arbitrary\"")
        .contains("\"key\" : \"password\",\n    \"state\" : \"only_here\"")
        .doesNotContain("hunter2");
    lockstep.run("secret", "register", "free", "--secrets-manager=prod", "--k=other");
    Result value = lockstep.run("secret", "diff", "free", "--to", "prod");
    assertThat(value.exitCode()).isEqualTo(1);
    assertThat(value.out()).contains("free    k    different\n");
    Result nowhere = lockstep.run("secret", "diff", "mor", "--to", "prod");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err())
        .contains(
            "There is no secret 'mor', neither in secrets manager 'default' nor in secrets manager"
                + " 'prod'. Did you mean 'more'?");
  }
}
