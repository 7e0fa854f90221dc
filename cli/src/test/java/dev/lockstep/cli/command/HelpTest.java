package dev.lockstep.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Commands;
import dev.lockstep.cli.host.Host;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Walks the whole table in this process: a process per command would take a minute. */
class HelpTest {
  private record Reply(int exitCode, String out, String err) {}

  @Test
  void everyCommandOfTheTableOpensAndHelpsWithoutAHome() {
    List<String> paths = new ArrayList<>();
    collect(Commands.top(), "", paths);
    assertThat(paths)
        .contains(
            "secret register",
            "secret schema list",
            "schema describe",
            "stack set",
            "run",
            "check",
            "plan",
            "init",
            "doctor",
            "completion",
            "runs show",
            "runs logs",
            "runs delete",
            "example run",
            "integration install",
            "integration uninstall",
            "version",
            "secrets-manager register",
            "orchestrator update",
            "artifact-store delete",
            "metadata-store list",
            "metadata-store explain",
            "orchestrator flavor register",
            "stack update",
            "stack delete");
    for (String path : paths) {
      Reply reply = run((path + " --help").strip().split(" ", -1));
      assertThat(reply.exitCode()).as(path).isZero();
      assertThat(reply.err()).as(path).isEmpty();
      assertThat(reply.out()).as(path).startsWith(("Usage: lockstep " + path).strip());
      assertThat(reply.out().lines()).as(path).allMatch(line -> line.length() <= 110);
    }
  }

  @Test
  void aGroupHelpsWithItsCommandsOnly() {
    assertThat(run("secrets-manager", "--help").out())
        .isEqualTo(
            """
            Usage: lockstep secrets-manager COMMAND

            The secrets manager of a stack is one of these components.

            Commands:
              register          Set up a new secrets manager
              list              List what is set up
              describe          Show one with all its attributes
              get               Show which one is active
              update            Change attributes
              remove-attribute  Remove attributes
              rename            Give one another name; what it stored stays its own
              copy              Set up another one with the same attributes
              delete            Forget one, after asking
              rekey             Give a store on this machine another key
              flavor            Show and register the kinds that there are
              explain           Say what this is for

            More of one of them: lockstep secrets-manager COMMAND --help
            """);
  }

  @Test
  void unknownCommandsAndOptionsGetASuggestion() {
    assertThat(run("secrt"))
        .isEqualTo(
            new Reply(
                2,
                "",
                "error: There is no command 'lockstep secrt'. Did you mean 'secret'?\n"
                    + "  More: lockstep --help\n"));
    assertThat(run("secret", "regster", "x").err()).contains("Did you mean 'register'?");
    assertThat(run("foo").err()).doesNotContain("Did you mean");
    assertThat(run("secret").exitCode()).isEqualTo(2);
    assertThat(run().exitCode()).isZero();
    assertThat(run("secret", "get", "x", "--revel").err())
        .startsWith("error: There is no option --revel. Did you mean '--reveal'?\n  Usage: ");
    assertThat(run("secret", "get").err()).startsWith("error: NAME is missing.\n  Usage: lockstep");
    assertThat(run("secret", "get", "a", "b", "c").err()).contains("one argument too many: 'c'");
    assertThat(run("secret", "list", "-o").err()).contains("--output needs a value");
    assertThat(run("secret", "list", "-o", "xml").err())
        .isEqualTo("error: --output is table, json or yaml, not 'xml'.\n");
    assertThat(run("secret", "list", "-o", "json", "-o", "yaml").err())
        .contains("--output is given twice.");
    assertThat(run("--hepl").err()).contains("There is no option 'lockstep --hepl'.");
  }

  @Test
  void theVersionIsToldByCommandAndByOption() {
    assertThat(run("version").out()).startsWith("lockstep ").contains("(Java ");
    assertThat(run("--version")).isEqualTo(run("version"));
    assertThat(run("version", "-o", "json").out()).contains("\"lockstep\" : ");
  }

  private static void collect(CommandGroup group, String path, List<String> paths) {
    paths.add(path.strip());
    for (CommandGroup.Child child : group.children()) {
      assertThat(child.summary()).doesNotEndWith(".").isNotBlank();
      Node node = group.open(child.name());
      if (node instanceof CommandGroup inner) {
        collect(inner, path + " " + child.name(), paths);
      } else {
        paths.add((path + " " + child.name()).strip());
      }
    }
  }

  /** A home that cannot be: nothing here may need one. */
  private static Reply run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host =
        Host.of(Map.of("LOCKSTEP_HOME", "/dev/null/x"), InputStream.nullInputStream(), out, err);
    int code = new Dispatcher(Commands.top(), host).run(arguments);
    return new Reply(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
