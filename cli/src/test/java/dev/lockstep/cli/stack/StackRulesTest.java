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

/** Which stack is active, and what may be done with stacks: in a home and in projects. */
class StackRulesTest {
  private final Path folder;
  private final Lockstep lockstep;

  StackRulesTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
  }

  private static Result ok(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private static void refused(Result result, String message) {
    assertThat(result).isEqualTo(new Result(2, "", "error: " + message + "\n"));
  }

  @Test
  void onlyTheSecretsManagerCanBeTakenOut() {
    ok(lockstep.run("stack", "copy", "default", "s"));
    refused(
        lockstep.run("stack", "remove-component", "s", "-a", "-x"),
        "The artifact store cannot be removed from the stack 's': every stack needs one. Fix: put"
            + " another one in its place: lockstep stack update s --artifact-store NAME");
    refused(lockstep.run("stack", "remove-component", "s"), "Nothing to remove. Give -x.");
    assertThat(ok(lockstep.run("stack", "remove-component", "s", "-x")).err())
        .isEqualTo("The stack 's' has no secrets manager any more.\n");
    assertThat(ok(lockstep.run("stack", "describe", "s", "-o", "json")).out())
        .doesNotContain("secrets-manager");
    refused(
        lockstep.run("stack", "remove-component", "s", "-x"),
        "The stack 's' has no secrets manager.");
    ok(lockstep.with("LOCKSTEP_STACK", "s").run("stack", "update", "-x", "default"));
    ok(lockstep.with("LOCKSTEP_STACK", "s").run("stack", "remove-component", "-x"));
    assertThat(lockstep.run("stack", "remove-component", "x", "-x").exitCode()).isEqualTo(2);
    assertThat(ok(lockstep.run("secrets-manager", "list")).out()).contains("default");
  }

  @Test
  void aRenamedStackStaysActiveForItsHomeAndThisProject() throws IOException {
    ok(lockstep.run("stack", "copy", "default", "s"));
    ok(lockstep.run("stack", "set", "s"));
    assertThat(ok(lockstep.run("stack", "rename", "s", "t")).err())
        .isEqualTo("Renamed the stack 's' to 't'.\n");
    assertThat(ok(lockstep.run("stack", "get", "-o", "json")).out()).contains("\"t\"");
    Files.createDirectory(folder.resolve(".lockstep"));
    ok(lockstep.run("stack", "set", "t"));
    Result renamed = ok(lockstep.with("LOCKSTEP_STACK", "t").run("stack", "rename", "t", "u"));
    assertThat(renamed.err())
        .contains("It stays the active one of the project " + folder.resolve(".lockstep"))
        .endsWith(
            "warning: LOCKSTEP_STACK=t stays in force in this shell. Fix: export"
                + " LOCKSTEP_STACK=u\n");
    assertThat(ok(lockstep.run("stack", "get", "-o", "json")).out())
        .contains("\"u\"", folder.resolve(".lockstep").toString());
    assertThat(ok(lockstep.run("stack", "set", "-g", "default")).exitCode()).isZero();

    refused(
        lockstep.run("stack", "rename", "default", "x"),
        "The stack 'default' is built in and cannot be renamed.");
    assertThat(lockstep.run("stack", "rename", "u", "Default").err())
        .contains("names must differ in more than case");
    assertThat(lockstep.run("stack", "rename", "uu", "x").err()).contains("Did you mean 'u'?");
    assertThat(lockstep.run("stack", "rename", "u", "../x").err())
        .contains("'../x' cannot be the name of a stack.");
    assertThat(lockstep.run("stack", "rename", "u").exitCode()).isEqualTo(2);
  }

  @Test
  void aCopyHasTheSameComponents() {
    assertThat(ok(lockstep.run("stack", "copy", "default", "s")).err())
        .isEqualTo("Copied the stack 'default' to 's'. Both have the same components.\n");
    assertThat(lockstep.run("stack", "copy", "default", "s").err())
        .contains("There is a stack 's' already. Fix: choose another name");
    assertThat(lockstep.run("stack", "copy", "x", "y").err()).contains("There is no stack 'x'.");
    assertThat(lockstep.run("stack", "copy", "default", "ü").exitCode()).isEqualTo(2);
    assertThat(lockstep.run("stack", "copy", "default", "x".repeat(65)).exitCode()).isEqualTo(2);
  }

  @Test
  void theStackThatIsActiveHereIsNotDeletedWhoeverNamesIt() throws IOException {
    ok(lockstep.run("stack", "copy", "default", "s"));
    refused(
        lockstep.with("LOCKSTEP_STACK", "s").run("stack", "delete", "s", "-y"),
        "The stack 's' is the active one here, named by LOCKSTEP_STACK. Fix: unset LOCKSTEP_STACK,"
            + " or set it to another stack.");
    Path project = folder.resolve(".lockstep");
    Files.createDirectory(project);
    ok(lockstep.run("stack", "set", "s"));
    refused(
        lockstep.run("stack", "delete", "s", "-y"),
        "The stack 's' is the active one here, named by "
            + project.resolve("config.yaml")
            + ". Fix: make another one active first: lockstep stack set NAME");
    ok(lockstep.run("stack", "set", "--global", "s"));
    ok(lockstep.run("stack", "set", "default"));
    refused(
        lockstep.run("stack", "delete", "s", "-y"),
        "The stack 's' is the active one of your home. Fix: make another one active first: lockstep"
            + " stack set --global NAME");
    ok(lockstep.run("stack", "set", "--global", "default"));
    assertThat(ok(lockstep.run("stack", "delete", "s", "-y")).err())
        .isEqualTo("Deleted the stack 's'.\n");
  }

  @Test
  void whoeverAnswersNoKeepsTheStack() throws Exception {
    ok(lockstep.run("stack", "copy", "default", "s"));
    TerminalSession.Result no =
        new TerminalSession(lockstep)
            .answer("Delete the stack 's'? Its components stay. [y/N] ", "no\n")
            .run("stack", "delete", "s");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.shown()).endsWith("The stack 's' was not deleted.\n");
    assertThat(ok(lockstep.run("stack", "list")).out()).contains("s  ");
  }

  @Test
  void aComponentInUseIsNotDeletedAndItsUsersAreNamed() {
    ok(lockstep.run("secrets-manager", "register", "m", "-f", "local"));
    ok(lockstep.run("stack", "copy", "default", "s"));
    ok(lockstep.run("stack", "copy", "default", "t"));
    ok(lockstep.run("stack", "update", "s", "-x", "m"));
    ok(lockstep.run("stack", "update", "t", "-x", "m"));
    refused(
        lockstep.run("secrets-manager", "delete", "m", "-y"),
        "The secrets manager 'm' is used by the stacks s, t. Fix: give them another one first:"
            + " lockstep stack update s --secrets-manager NAME, or none: lockstep stack"
            + " remove-component s --secrets-manager");
  }

  @Test
  void listsMarkTheActiveStackAndSayWhoNamedIt() {
    ok(lockstep.run("stack", "copy", "default", "s"));
    Result list = ok(lockstep.with("LOCKSTEP_STACK", "s").run("stack", "list"));
    assertThat(list.out()).contains("*       s  ");
    assertThat(list.err()).isEqualTo("Active is 's', by LOCKSTEP_STACK.\n");
    Result json = ok(lockstep.with("LOCKSTEP_STACK", "s").run("stack", "list", "-o", "json"));
    assertThat(json.err()).isEmpty();
    assertThat(json.out())
        .contains("\"name\" : \"s\",\n  \"active\" : true,\n  \"source\" : \"LOCKSTEP_STACK\"");
    assertThat(ok(lockstep.run("stack", "get", "--stack", "s", "-o", "yaml")).out())
        .isEqualTo("name: s\nsource: \"--stack\"\n");
  }

  @Test
  void aProjectIsFoundFromBelowAndThroughLinksAndNamesItsStackItself() throws IOException {
    ok(lockstep.run("stack", "copy", "default", "s"));
    Path project = Files.createDirectories(folder.resolve("projects/pröject one"));
    Path inner = Files.createDirectories(project.resolve("src/main/java"));
    Files.createDirectory(project.resolve(".lockstep"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), inner);
    Lockstep inside = Lockstep.in(link).with("LOCKSTEP_HOME", lockstep.home().toString());
    assertThat(ok(inside.run("stack", "set", "s")).err())
        .contains("in the project " + project.toRealPath().resolve(".lockstep/config.yaml"));
    assertThat(ok(inside.run("stack", "get")).out()).contains("s ");
    assertThat(ok(lockstep.run("stack", "get", "-o", "json")).out()).contains("\"default\"");

    Files.writeString(project.resolve(".lockstep/config.yaml"), "format: 1\nactive_stack: prod\n");
    Result missing = inside.run("stack", "get");
    assertThat(missing.exitCode()).isEqualTo(3);
    assertThat(missing.err())
        .isEqualTo(
            "error: There is no stack 'prod', which is named by "
                + project.toRealPath().resolve(".lockstep/config.yaml")
                + ". There are: default, s. Fix: name one of these there: lockstep stack set NAME;"
                + " or make it: lockstep stack register prod -o ORCHESTRATOR -a ARTIFACT_STORE -m"
                + " METADATA_STORE\n");
    assertThat(ok(inside.run("stack", "list")).err()).startsWith("warning: There is no stack");
    ok(inside.run("stack", "delete", "s", "-y"));
    ok(inside.run("stack", "set", "default"));
    ok(inside.run("stack", "get"));
    Files.writeString(project.resolve(".lockstep/config.yaml"), "format: 1\nactive_stack: {\n");
    Result broken = inside.run("stack", "set", "default");
    assertThat(broken.exitCode()).isEqualTo(3);
    assertThat(broken.err()).contains(".lockstep/config.yaml, line 3: not valid YAML");
  }

  @Test
  void aHomeIsNoProjectEvenThroughALinkAndAProjectMayLieInIt() throws IOException {
    Path user = Files.createDirectory(folder.resolve("user"));
    Path home = Files.createDirectory(user.resolve(".lockstep"));
    Path link = Files.createSymbolicLink(folder.resolve("elsewhere"), user);
    Lockstep direct = Lockstep.in(user).with("LOCKSTEP_HOME", link.resolve(".lockstep").toString());
    ok(direct.run("stack", "copy", "default", "s"));
    assertThat(ok(direct.run("stack", "set", "s")).err())
        .isEqualTo("The active stack is now 's'.\n");
    assertThat(Files.readString(home.resolve("config.yaml")))
        .contains("active_stack: s", "stacks:");

    Path project = Files.createDirectories(home.resolve("work"));
    Files.createDirectory(project.resolve(".lockstep"));
    Lockstep inside = Lockstep.in(project).with("LOCKSTEP_HOME", home.toString());
    assertThat(ok(inside.run("stack", "set", "default")).err()).contains("in the project");
    assertThat(ok(direct.run("stack", "get", "-o", "json")).out()).contains("\"s\"");
  }
}
