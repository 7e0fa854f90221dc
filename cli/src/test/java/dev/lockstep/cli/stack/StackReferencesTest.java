package dev.lockstep.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References to secrets: what commands say of them, and {@code stack register-secrets}. */
class StackReferencesTest {
  private static final String VALUE = "hunter2-5ecret";

  private final Path folder;
  private final Lockstep lockstep;

  StackReferencesTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
  }

  private static Result ok(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  /** The stack {@code s}, whose components refer to {@code db} and {@code run}. */
  private Result stack() {
    ok(
        lockstep.run(
            "artifact-store", "register", "a", "-f", "local", "--path={{db.root}}/{{ db.sub }}"));
    ok(lockstep.run("orchestrator", "register", "o", "-f", "local", "--parallelism={{run.width}}"));
    return ok(
        lockstep.run(
            "stack", "register", "s", "-o", "o", "-a", "a", "-m", "default", "-x", "default"));
  }

  @Test
  void allReferencesThatStandForNothingAreToldWithTheCommandThatMendsEach() {
    assertThat(stack().err())
        .isEqualTo(
            "Registered the stack 's'.\n"
                + "warning: The stack 's' has references that stand for nothing yet:\n"
                + "  - There is no secret 'run', and {{run.width}} (attribute 'parallelism' of the"
                + " orchestrator 'o') refers to it.\n"
                + "    Fix: lockstep secret register run --width=VALUE --stack s\n"
                + "  - There is no secret 'db', and {{db.root}} (attribute 'path' of the artifact"
                + " store 'a') and {{db.sub}} (attribute 'path' of the artifact store 'a') refer to"
                + " it.\n"
                + "    Fix: lockstep secret register db --root=VALUE --sub=VALUE --stack s\n");
    ok(lockstep.run("secret", "register", "db", "--root=" + VALUE, "--stack", "s"));
    ok(lockstep.run("secret", "register", "run", "--width=3", "--stack", "s"));
    ok(lockstep.run("stack", "set", "s"));
    Result update = ok(lockstep.run("stack", "update", "-x", "default"));
    assertThat(update.err())
        .isEqualTo(
            "Updated the stack 's'.\n"
                + "warning: The stack 's' has references that stand for nothing yet:\n"
                + "  - Secret 'db' has no key 'sub', only root, and {{db.sub}} (attribute 'path' of"
                + " the artifact store 'a') refers to it.\n"
                + "    Fix: lockstep secret update db --sub=VALUE\n");
    ok(lockstep.run("secret", "update", "db", "--sub=x"));
    assertThat(ok(lockstep.run("stack", "update", "-x", "default")).err())
        .isEqualTo("Updated the stack 's'.\n");

    for (String format : new String[] {"table", "json", "yaml"}) {
      Result shown = ok(lockstep.run("stack", "describe", "-o", format));
      assertThat(shown.out()).contains("{{db.root}}/{{ db.sub }}").doesNotContain(VALUE);
      assertThat(ok(lockstep.run("artifact-store", "list", "-o", format)).out())
          .contains("{{db.root}}/{{ db.sub }}");
    }
  }

  @Test
  void aChangedComponentIsToldAboutInEveryStackThatUsesIt() {
    ok(lockstep.run("artifact-store", "register", "a", "-f", "local"));
    Result unused = ok(lockstep.run("artifact-store", "update", "a", "--path={{db.root}}"));
    assertThat(unused.err())
        .endsWith(
            "warning: The artifact store has references that stand for nothing yet:\n"
                + "  - The artifact store 'a' is in no stack, whose secrets manager could be asked"
                + " for {{db.root}} (attribute 'path' of the artifact store 'a').\n"
                + "    Fix: lockstep stack update STACK --artifact-store a\n");
    ok(lockstep.run("stack", "register", "s", "-o", "default", "-a", "a", "-m", "default"));
    ok(lockstep.run("stack", "copy", "default", "t"));
    ok(lockstep.run("stack", "update", "t", "-a", "a"));
    assertThat(ok(lockstep.run("artifact-store", "update", "a", "--path={{db.top}}")).err())
        .contains(
            "Stack 's' has no secrets manager, and {{db.top}} (attribute 'path' of the artifact"
                + " store 'a') needs one.\n    Fix: lockstep stack update s --secrets-manager NAME",
            "Fix: lockstep secret register db --top=VALUE --stack t");
  }

  @Test
  void aBackEndThatIsDownIsSaidAndStopsNothing() throws IOException {
    Lockstep with = lockstep.withClasses(TestFlavors.in(folder));
    stack();
    ok(with.run("secrets-manager", "register", "refusing", "-f", "down"));
    ok(with.run("secrets-manager", "register", "hanging", "-f", "down", "--how=hangs"));
    assertThat(ok(with.run("stack", "update", "s", "-x", "refusing")).err())
        .isEqualTo(
            "Updated the stack 's'.\n"
                + "warning: The references of the stack 's' could not be checked: Nobody answers at"
                + " vault.example.\n");
    assertThat(ok(with.run("stack", "update", "s", "-x", "hanging")).err())
        .isEqualTo(
            "Updated the stack 's'.\n"
                + "warning: The references of the stack 's' could not be checked: its secrets"
                + " manager has not answered within 5 seconds.\n");
    ok(with.run("stack", "copy", "s", "t"));
    Result both = ok(with.run("orchestrator", "update", "o", "--parallelism={{run.w}}"));
    assertThat(both.err())
        .contains("of the stack 's' could not be checked", "of the stack 't' could not be checked");
    // A flavor that is not there is another way of being down.
    assertThat(ok(lockstep.run("stack", "update", "s", "-x", "refusing")).err())
        .contains("could not be checked: There is no secrets manager flavor 'down'.");
    Result secrets = with.run("stack", "register-secrets", "s");
    assertThat(secrets.exitCode()).as(secrets.err()).isEqualTo(4);
    assertThat(secrets.err()).isEqualTo("error: Nobody answers at vault.example.\n");
  }

  @Test
  void doubleBracesThatHoldNoReferenceAreRefusedUnlessTheyAreDoubled() {
    for (String odd :
        new String[] {
          "{{}}", "{{a}}", "{{.b}}", "{{a.}}", "{{a b.c}}", "x{{a.b", "{{{a.b}}}", "{{a.b}}{{c}}"
        }) {
      Result result =
          lockstep.run("artifact-store", "register", "a", "-f", "local", "--path=" + odd);
      assertThat(result.exitCode()).as(odd).isEqualTo(2);
      assertThat(result.err())
          .contains("The attribute 'path' of the artifact store 'a' has double braces")
          .contains("Fix: write {{SECRET.KEY}}, such as {{warehouse.password}}")
          .doesNotContain(odd + " ");
    }
    Result manager =
        lockstep.run("secrets-manager", "register", "m", "-f", "local", "--prefix={{a.b}}");
    assertThat(manager.exitCode()).isEqualTo(2);
    assertThat(manager.err()).contains("a secrets manager cannot read its own configuration");
    ok(
        lockstep.run(
            "artifact-store", "register", "a", "-f", "local", "--path=/{{{{x}}/{\"a\":{{b.c.d}}}"));
    Result used =
        ok(lockstep.run("stack", "register", "s", "-o", "default", "-a", "a", "-m", "default"));
    assertThat(used.err()).contains("and {{b.c.d}} (attribute 'path'").doesNotContain("{{x");
  }

  @Test
  void whatIsMissingIsAskedForWithoutEchoAndOtherKeysAndTypesStay() throws Exception {
    stack();
    ok(lockstep.run("secret", "register", "db", "--other=1", "--root=/old"));
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("width: ", "\n")
            .answer("width: ", VALUE + "\n")
            .answer("root (Enter keeps it): ", "\n")
            .answer("sub: ", "@" + VALUE + "\n")
            .run("stack", "register-secrets", "s");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown())
        .contains(
            "Secret 'run', for {{run.width}} (attribute 'parallelism' of the orchestrator 'o'):",
            "It is required.",
            "Registered the secret 'run' (width) in secrets manager 'default'.",
            "Updated the secret 'db' (sub) in secrets manager 'default'.")
        .doesNotContain(VALUE);
    assertThat(ok(lockstep.run("secret", "get", "db", "--reveal")).out())
        .isEqualTo("KEY    VALUE\nother  1\nroot   /old\nsub    @" + VALUE + "\n");

    TerminalSession.Result skipped =
        new TerminalSession(lockstep).run("stack", "register-secrets", "s", "--skip-existing");
    assertThat(skipped.exitCode()).isZero();
    assertThat(skipped.shown()).isEqualTo("All secrets that the stack 's' needs are there.\n");
    ok(lockstep.run("stack", "register-secrets", "s"));
  }

  @Test
  void aSecretUnderASchemaKeepsItAndTakesNoKeyThatItDoesNotKnow() throws Exception {
    ok(lockstep.run("artifact-store", "register", "a", "-f", "local", "--path={{db.ssl_ca}}"));
    ok(lockstep.run("stack", "update", "default", "-a", "a"));
    ok(lockstep.run("secret", "register", "db", "-s", "mysql", "--user=me"));
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("ssl_ca: ", VALUE + "\n")
            .run("stack", "register-secrets", "--skip-existing");
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(ok(lockstep.run("secret", "get", "db", "-o", "json")).out())
        .contains("\"mysql\"", "ssl_ca", "user");

    ok(lockstep.run("artifact-store", "update", "a", "--path={{db.root}}"));
    Result unknown = lockstep.run("stack", "register-secrets");
    assertThat(unknown.exitCode()).isEqualTo(3);
    assertThat(unknown.err())
        .contains("The secret 'db' is of type mysql, which has no key 'root'")
        .contains("lockstep schema describe mysql");
  }

  @Test
  void withoutATerminalTheCommandsAreListedAndNothingIsStored() {
    assertThat(ok(lockstep.run("stack", "register-secrets")).err())
        .isEqualTo("The components of the stack 'default' refer to no secrets.\n");
    stack();
    Result result = lockstep.run("stack", "register-secrets", "s");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("Fix: lockstep secret register run --width=VALUE --stack s")
        .contains("Fix: lockstep secret register db --root=VALUE --sub=VALUE --stack s");
    assertThat(ok(lockstep.run("secret", "list", "-o", "json")).out()).isEqualTo("[ ]\n");
    ok(lockstep.run("stack", "remove-component", "s", "-x"));
    Result none = lockstep.run("stack", "register-secrets", "s");
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).contains("Stack 's' has no secrets manager, and {{run.width}}");
    assertThat(lockstep.run("stack", "register-secrets", "defalt").err())
        .contains("Did you mean 'default'?");
  }

  @Test
  void aSecretsManagerThatOnlyReadsSaysItselfHowWhatIsMissingGetsThereAndNothingIsAskedFor()
      throws Exception {
    stack();
    ok(lockstep.run("secrets-manager", "register", "vars", "-f", "env"));
    Result update = ok(lockstep.run("stack", "update", "s", "-x", "vars"));
    assertThat(update.err())
        .contains("Fix: set SECRET_RUN_WIDTH where the process is started")
        .contains("Fix: set SECRET_DB_ROOT and SECRET_DB_SUB where the process is started")
        .doesNotContain("lockstep secret register");
    TerminalSession.Result asked =
        new TerminalSession(lockstep).run("stack", "register-secrets", "s");
    assertThat(asked.exitCode()).isEqualTo(3);
    assertThat(asked.shown()).contains("Fix: set SECRET_RUN_WIDTH where the process is started");
    assertThat(ok(lockstep.run("secret", "list", "--secrets-manager", "vars")).err())
        .isEqualTo(
            "No secrets in secrets manager 'vars' yet: set SECRET_NAME_KEY where the process is"
                + " started\n");
  }

  @Test
  void theInputsEndStoresNothing() throws Exception {
    stack();
    TerminalSession.Result result =
        new TerminalSession(lockstep)
            .answer("width: ", VALUE + "\n")
            .answer("root: ", "\u0004")
            .run("stack", "register-secrets", "s");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.shown()).contains("Nothing was stored.").doesNotContain(VALUE);
    assertThat(ok(lockstep.run("secret", "list", "-o", "json")).out()).isEqualTo("[ ]\n");
  }

  @Test
  void theValueOfAReferenceIsMaskedInWhatACommandSays() throws IOException {
    Path file = Files.writeString(folder.resolve(VALUE), "not a folder");
    ok(lockstep.run("metadata-store", "register", "m", "-f", "local", "--path={{db.root}}/x"));
    ok(lockstep.run("secret", "register", "db", "--root=" + file));
    ok(lockstep.run("stack", "update", "default", "-m", "m"));
    Result broken = lockstep.run("runs", "list", "--debug");
    assertThat(broken.all()).doesNotContain(VALUE);
    assertThat(lockstep.run("runs", "show", "x").all()).doesNotContain(VALUE);
  }
}
