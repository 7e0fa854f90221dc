package dev.lockstep.cli.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.TerminalSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
  private final Lockstep lockstep;

  PromptTest(@TempDir Path folder) {
    this.lockstep = Lockstep.in(folder);
  }

  @Test
  void theKeysOfASchemaAreAskedForWithoutEchoRequiredOnesFirst() throws Exception {
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("aws_access_key_id: ", "hunter2\n")
            .answer("aws_secret_access_key: ", "\n")
            .answer("aws_secret_access_key: ", "@hünter3\n")
            .answer("aws_session_token (optional, Enter skips it): ", "\n")
            .run("secret", "register", "aws", "-s", "aws", "-i");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown())
        .contains("It is required.")
        .contains("Registered the secret 'aws' (2 keys)")
        .doesNotContain("hunter2", "hünter3", "history");
    assertThat(lockstep.run("secret", "get", "aws", "--reveal", "-o", "yaml").out())
        .contains("aws_access_key_id: hunter2", "aws_secret_access_key: \"@hünter3\"")
        .doesNotContain("token");
  }

  @Test
  void freeKeysAreAskedForUntilAnEmptyOne() throws Exception {
    TerminalSession.Result registered =
        new TerminalSession(lockstep)
            .answer("Key (Enter when done): ", "password\n")
            .answer("Value of password: ", "hunter2\n")
            .answer("Key (Enter when done): ", "\n")
            .run("secret", "register", "db");
    assertThat(registered.exitCode()).as(registered.shown()).isZero();
    assertThat(registered.shown()).doesNotContain("hunter2");

    TerminalSession.Result updated =
        new TerminalSession(lockstep)
            .answer("password (Enter keeps it): ", "\n")
            .answer("Key (Enter when done): ", "user\n")
            .answer("Value of user: ", "me\n")
            .answer("Key (Enter when done): ", "\n")
            .run("secret", "update", "db", "-i");
    assertThat(updated.exitCode()).as(updated.shown()).isZero();
    assertThat(lockstep.run("secret", "get", "db", "--reveal").out())
        .isEqualTo("KEY       VALUE\npassword  hunter2\nuser      me\n");
  }

  @Test
  void whoSaysNoChangesNothing() throws Exception {
    lockstep.run("secret", "register", "db", "--a=b");
    for (String answer : new String[] {"n\n", "\n", "\004"}) {
      TerminalSession.Result kept =
          new TerminalSession(lockstep)
              .answer("Delete the secret 'db' from secrets manager 'default'? [y/N] ", answer)
              .run("secret", "delete", "db");
      assertThat(kept.exitCode()).as(kept.shown()).isEqualTo(1);
      assertThat(kept.shown()).contains("The secret 'db' was not deleted.");
    }
    assertThat(lockstep.run("secret", "get", "db").exitCode()).isZero();
    TerminalSession.Result deleted =
        new TerminalSession(lockstep).answer("[y/N] ", "y\n").run("secret", "delete", "db");
    assertThat(deleted.exitCode()).as(deleted.shown()).isZero();
    assertThat(lockstep.run("secret", "list", "-o", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void ctrlCAtAPromptStoresNothing() throws Exception {
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("aws_access_key_id: ", "\003")
            .run("secret", "register", "aws", "-s", "aws", "-i");
    assertThat(result.exitCode()).as(result.shown()).isEqualTo(130);
    assertThat(result.shown()).doesNotContain("[echo was left off]");
    TerminalSession.Result ended =
        new TerminalSession(lockstep)
            .answer("aws_access_key_id: ", "\004")
            .run("secret", "register", "aws", "-s", "aws", "-i");
    assertThat(ended.exitCode()).as(ended.shown()).isEqualTo(1);
    assertThat(ended.shown()).contains("Nothing was stored.");
    assertThat(lockstep.run("secret", "list", "-o", "json").out()).isEqualTo("[ ]\n");
  }

  @Test
  void ctrlCInTheMiddleOfAnUpdateLeavesTheSecretAndTheTerminalAsTheyWere() throws Exception {
    lockstep.run("secret", "register", "db", "--user=u", "--password=p");
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("user (Enter keeps it): ", "other\n")
            .answer("password (Enter keeps it): ", "half\003")
            .run("secret", "update", "db", "-i");
    assertThat(result.exitCode()).as(result.shown()).isEqualTo(130);
    assertThat(result.shown()).doesNotContain("[echo was left off]", "other", "half");
    assertThat(lockstep.run("secret", "get", "db", "--reveal").out())
        .isEqualTo("KEY       VALUE\nuser      u\npassword  p\n");
  }

  @Test
  void anUpdateThatIsOnlyEnteredThroughChangesNothing() throws Exception {
    lockstep.run("secret", "register", "a", "-s", "basic_auth", "--username=u", "--password=p");
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("username (Enter keeps it): ", "\n")
            .answer("password (Enter keeps it): ", "\n")
            .run("secret", "update", "a");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown()).contains("The secret 'a' stays as it is.");
    assertThat(lockstep.run("secret", "get", "a", "-o", "json").out())
        .contains("\"version\" : \"1\"");
  }

  @Test
  void aPasteThatTheTerminalCutsOffIsAskedForAgain() throws Exception {
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("Key (Enter when done): ", "token\n")
            .answer("Value of token: ", "x".repeat(5000) + "\n")
            .answer("Value of token: ", "short\n")
            .answer("Key (Enter when done): ", "\n")
            .run("secret", "register", "db", "-i");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown()).contains("so it may have been cut off");
    assertThat(lockstep.run("secret", "get", "db", "token", "--reveal").out()).isEqualTo("short\n");
  }

  @Test
  void tablesFitTheTerminalAndHeadingsAreBoldUnlessNoColourIsWanted() throws Exception {
    TerminalSession.Result narrow = new TerminalSession(lockstep).columns(50).run("schema", "list");
    assertThat(narrow.exitCode()).isZero();
    assertThat(narrow.shown()).contains("\033[1m").contains("…");
    assertThat(narrow.shown().replaceAll("\033\\[[0-9]m", "").lines())
        .allMatch(line -> line.length() <= 50);
    TerminalSession.Result plain =
        new TerminalSession(lockstep)
            .run(Lockstep.command("schema", "list"), Map.of("NO_COLOR", "1"));
    assertThat(plain.shown()).doesNotContain("\033");
  }
}
