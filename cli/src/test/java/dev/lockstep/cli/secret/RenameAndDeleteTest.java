package dev.lockstep.cli.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameAndDeleteTest {
  private static final String VALUE = "s3cr3t=v@lue";

  private final Path folder;
  private final InProcess lockstep;

  RenameAndDeleteTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  @Test
  void aRenamedSecretKeepsTypeAndValues() {
    lockstep.run(
        "secret", "register", "a", "-s", "basic_auth", "--username=u", "--password=" + VALUE);
    Result renamed = lockstep.run("secret", "rename", "a", "team/b");
    assertThat(renamed)
        .isEqualTo(
            new Result(
                0, "", "Renamed the secret 'a' to 'team/b' in secrets manager 'default'.\n"));
    assertThat(lockstep.run("secret", "list", "-o", "json").out())
        .isEqualTo("[ {\n  \"name\" : \"team/b\"\n} ]\n");
    assertThat(lockstep.run("secret", "get", "team/b", "--reveal", "-o", "yaml").out())
        .contains("type: basic_auth\n", "password: \"" + VALUE + "\"\n", "username: u\n");
  }

  @Test
  void aRenameThatCannotBeChangesNothing() {
    lockstep.run("secret", "register", "a", "--k=" + VALUE);
    lockstep.run("secret", "register", "b", "--k=other");
    assertThat(lockstep.run("secret", "rename", "a", "b"))
        .isEqualTo(
            new Result(
                2,
                "",
                "error: There is a secret 'b' in secrets manager 'default' already. Nothing was"
                    + " changed.\n  Fix: choose another name, or delete that one: lockstep secret"
                    + " delete b\n"));
    assertThat(lockstep.run("secret", "rename", "a", "a").err())
        .isEqualTo("error: The secret 'a' has that name already.\n");
    assertThat(lockstep.run("secret", "rename", "a", "../x").exitCode()).isEqualTo(2);
    Result missing = lockstep.run("secret", "rename", "aa", "c");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("There is no secret 'aa'", "Did you mean 'a'?");
    assertThat(lockstep.run("secret", "rename", "a").err()).startsWith("error: NEW is missing.");
    assertThat(lockstep.run("secret", "get", "a", "k", "--reveal").out()).isEqualTo(VALUE + "\n");
    assertThat(lockstep.run("secret", "get", "b", "k", "--reveal").out()).isEqualTo("other\n");
  }

  @Test
  void ofTwoRenamesAtOnceOneWins() throws Exception {
    Lockstep processes = Lockstep.in(folder);
    processes.run("secret", "register", "a", "--k=" + VALUE);
    List<Process> renames = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      renames.add(
          processes.process("secret", "rename", "a", "b" + i).redirectErrorStream(true).start());
    }
    int winners = 0;
    for (Process rename : renames) {
      String said = new String(rename.getInputStream().readAllBytes(), UTF_8);
      int code = rename.waitFor();
      winners += code == 0 ? 1 : 0;
      assertThat(code).as(said).isIn(0, 2);
    }
    assertThat(winners).isEqualTo(1);
    assertThat(processes.run("secret", "list").out()).matches("NAME\nb[0-3]\n");
  }

  @Test
  void whoReferredToTheOldNameIsNamed() {
    lockstep.run("secret", "register", "store", "--path=/tmp/x");
    lockstep.run("artifact-store", "register", "files", "-f", "local", "--path={{store.path}}");
    lockstep.run(
        "stack", "register", "s", "-o", "default", "-a", "files", "-m", "default", "-x", "default");
    Result renamed = lockstep.run("secret", "rename", "store", "files");
    assertThat(renamed.exitCode()).isZero();
    assertThat(renamed.err())
        .contains(
            "warning: Components refer to the secret 'store', which is not there any more:"
                + " {{store.path}} (attribute 'path' of the artifact store 'files'). Fix: let them"
                + " refer to {{files.KEY}}.");
    lockstep.run("secret", "register", "store", "--path=/tmp/x");
    assertThat(lockstep.run("secret", "delete", "store", "-y").err())
        .contains("Components refer to the secret 'store'");
    assertThat(lockstep.run("secret", "delete", "files", "-y").err()).doesNotContain("refer");
  }

  @Test
  void allSecretsAreDeletedAfterAQuestionThatNamesThem() throws Exception {
    assertThat(lockstep.run("secret", "delete-all"))
        .isEqualTo(
            new Result(
                0, "", "No secrets in secrets manager 'default': there is nothing to delete.\n"));
    for (int i = 0; i < 12; i++) {
      lockstep.run("secret", "register", "s" + i, "--k=" + VALUE);
    }
    Result asked = lockstep.run("secret", "delete-all");
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("Give -y.");
    String question =
        "Delete all 12 secrets of secrets manager 'default' (s0, s1, s10, s11, s2, s3, s4, s5, s6,"
            + " s7 and 2 more)? [y/N] ";
    TerminalSession.Result no =
        new TerminalSession(Lockstep.in(folder))
            .answer("[y/N] ", "no\n")
            .run("secret", "delete-all");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.shown().replace("\n", "")).contains(question).contains("No secret was deleted.");
    assertThat(lockstep.run("secret", "list").out().lines()).hasSize(13);
    assertThat(lockstep.run("secret", "delete-all", "-y", "--force"))
        .isEqualTo(new Result(0, "", "Deleted all 12 secrets of secrets manager 'default'.\n"));
    assertThat(lockstep.run("secret", "list", "-o", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void onlyTheNamedManagersSecretsAreDeleted() {
    lockstep.run("secrets-manager", "register", "prod", "-f", "local");
    lockstep.run("secret", "register", "a", "--k=v");
    lockstep.run("secret", "register", "a", "--k=v", "--secrets-manager", "prod");
    lockstep.run("secret", "delete-all", "-y", "--secrets-manager=prod");
    assertThat(lockstep.run("secret", "list").out()).isEqualTo("NAME\na\n");
    assertThat(lockstep.run("secret", "list", "--secrets-manager", "prod"))
        .isEqualTo(
            new Result(
                0,
                "NAME\n",
                "No secrets in secrets manager 'prod' yet: lockstep secret register NAME"
                    + " --secrets-manager prod\n"));
    assertThat(lockstep.run("secret", "get", "a", "--secrets-manager", "prod").err())
        .contains("Fix: 'lockstep secret list --secrets-manager prod' shows the names there are.");
    assertThat(lockstep.run("secret", "get", "b", "--stack", "default").err())
        .contains("Fix: 'lockstep secret list --stack default' shows the names there are.");
    Result both = lockstep.run("secret", "list", "--secrets-manager", "prod", "--stack", "default");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("exclude each other");
    Result unknown = lockstep.run("secret", "get", "a", "--secrets-manager", "prdo");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("There is no secrets manager 'prdo'. Did you mean 'prod'?", "default, prod");
  }
}
