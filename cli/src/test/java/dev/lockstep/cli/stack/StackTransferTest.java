package dev.lockstep.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stack export} and {@code stack import}. */
class StackTransferTest {
  private static final String PIN = "hunter2-p1n";

  private final Path folder;
  private final Lockstep here;
  private final Lockstep there;

  StackTransferTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path flavors = TestFlavors.in(folder);
    this.here = Lockstep.in(Files.createDirectory(folder.resolve("here"))).withClasses(flavors);
    this.there = Lockstep.in(Files.createDirectory(folder.resolve("there"))).withClasses(flavors);
  }

  /** The stack {@code prod}, whose artifact store has a reference and sensitive attributes. */
  private Path exported() {
    ok(
        here.run(
            "artifact-store",
            "register",
            "models",
            "-f",
            "guarded",
            "--url=https://x/ü?a=b",
            "--token={{api.token}}",
            "--pin=" + PIN));
    ok(here.run("stack", "register", "prod", "-o", "default", "-a", "models", "-m", "default"));
    ok(here.run("stack", "update", "prod", "-x", "default"));
    Path file = folder.resolve("prod.yaml");
    ok(here.run("stack", "export", "prod", file.toString()));
    return file;
  }

  private static Result ok(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  @Test
  void anExportHoldsReferencesAndNamesWhatIsSensitive() throws IOException {
    Path file = exported();
    assertThat(Files.readString(file).replaceFirst("(?m)^written_by: .*$", "written_by: this one"))
        .isEqualTo(
            """
            # A stack, written by 'lockstep stack export' for 'lockstep stack import'; ends with three dots.
            format: 1
            written_by: this one
            stack: prod
            components:
              orchestrator:
                name: default
                flavor: local
              artifact-store:
                name: models
                flavor: guarded
                attributes:
                  url: "https://x/ü?a=b"
                  token: "{{api.token}}"
                left_out: [pin]
              metadata-store:
                name: default
                flavor: local
              secrets-manager:
                name: default
                flavor: local
            ...
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Result output = ok(here.with("LOCKSTEP_STACK", "prod").run("stack", "export"));
    assertThat(output.out()).isEqualTo(Files.readString(file));
    assertThat(output.err())
        .isEqualTo(
            "warning: Left out because they are sensitive: artifact-store.pin. 'lockstep stack"
                + " import' asks for them; --reveal writes them in clear.\n");
    assertThat(ok(here.run("stack", "export", "prod", "-", "--reveal")).out())
        .contains("pin: " + PIN)
        .doesNotContain("left_out");
    // Without the flavor nobody knows what is sensitive, and all may be but for references.
    Lockstep bare = Lockstep.in(here.folder());
    assertThat(ok(bare.run("stack", "export", "prod")).out())
        .contains("token: \"{{api.token}}\"\n    left_out: [url, pin]")
        .doesNotContain(PIN, "https");
  }

  @Test
  void anExportReplacesNoFileUnasked() throws Exception {
    Path file = exported();
    Files.writeString(file, "mine");
    Result unasked = here.run("stack", "export", "prod", file.toString());
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("Give -y.");
    TerminalSession.Result no =
        new TerminalSession(here)
            .answer("Replace it? [y/N] ", "n\n")
            .run(here.commandLine("stack", "export", "prod", file.toString()), Map.of());
    assertThat(no.exitCode()).as(no.shown()).isEqualTo(1);
    assertThat(file).hasContent("mine");
    ok(here.run("stack", "export", "prod", file.toString(), "-y"));
    assertThat(Files.readString(file)).contains("stack: prod");
    assertThat(here.run("stack", "export", "prod", folder.toString()).err())
        .isEqualTo("error: " + folder + " is a folder. Give the name of a file.\n");
    Path nowhere = folder.resolve("no/where.yaml");
    assertThat(here.run("stack", "export", "prod", nowhere.toString()).exitCode()).isEqualTo(2);
    assertThat(here.run("stack", "export", "prdo").err()).contains("Did you mean 'prod'?");
  }

  @Test
  void anImportMakesTheSameStackAndASecondOneChangesNothing() throws IOException {
    Path file = exported();
    Path pin = Files.writeString(folder.resolve("pin"), PIN + "\n");
    Result unanswered = there.run("stack", "import", file.toString());
    assertThat(unanswered)
        .isEqualTo(
            new Result(
                2,
                "",
                "error: Nothing was imported:\n"
                    + "  - the attribute 'pin' of the artifact store 'models' was left out, because"
                    + " it is sensitive. Fix: --attribute artifact-store.pin=@FILE\n"));
    assertThat(there.home()).doesNotExist();

    String[] call = {
      "stack", "import", file.toString(), "--attribute", "artifact-store.pin=@" + pin
    };
    Result imported = ok(there.run(call));
    assertThat(imported.err())
        .startsWith(
            "Imported the stack 'prod'.\n"
                + "  registered: the artifact store 'models'\n"
                + "  reused, because they are the same: the orchestrator 'default', the metadata"
                + " store 'default', the secrets manager 'default'\n"
                + "warning: The stack 'prod' has references that stand for nothing yet:\n")
        .contains("Fix: lockstep secret register api --token=VALUE --stack prod")
        .doesNotContain(PIN);
    assertThat(ok(there.run("stack", "export", "prod", "--reveal")).out())
        .isEqualTo(ok(here.run("stack", "export", "prod", "--reveal")).out());

    String before = Files.readString(there.home().resolve("config.yaml"));
    assertThat(ok(there.run("stack", "import", file.toString())).err())
        .isEqualTo("The stack 'prod' is here already, and is the same.\n");
    assertThat(there.home().resolve("config.yaml")).hasContent(before);
    Result copy =
        ok(there.reading(Files.readString(file)).run("stack", "import", "-", "--name", "b"));
    assertThat(copy.err()).contains("Imported the stack 'b'.").doesNotContain("registered:");
  }

  @Test
  void allConflictsAreToldAtOnceAndSolvedByOptions() throws IOException {
    Path file = exported();
    ok(there.run("artifact-store", "register", "models", "-f", "guarded", "--pin={{a.b}}"));
    ok(there.run("stack", "register", "prod", "-o", "default", "-a", "default", "-m", "default"));
    String before = Files.readString(there.home().resolve("config.yaml"));

    Result conflict = there.run("stack", "import", file.toString());
    assertThat(conflict.exitCode()).isEqualTo(2);
    assertThat(conflict.err())
        .isEqualTo(
            "error: Nothing was imported:\n"
                + "  - there is another artifact store 'models' already, and they differ in: url,"
                + " token. Fix: --rename-components SUFFIX, --keep-components or"
                + " --replace-components\n"
                + "  - there is a stack 'prod' already. Fix: --name NEW\n");
    assertThat(there.run("stack", "import", file.toString(), "--keep-components").err())
        .contains("there is a stack 'prod' already")
        .doesNotContain("models");
    Result two = there.run("stack", "import", "x", "--keep-components", "--replace-components");
    assertThat(two.err()).startsWith("error: Give one of --rename-components,");
    assertThat(there.home().resolve("config.yaml")).hasContent(before);

    Result kept =
        ok(there.run("stack", "import", file.toString(), "--keep-components", "--name", "k"));
    assertThat(kept.err()).contains("kept, although they differ: the artifact store 'models'");
    assertThat(ok(there.run("artifact-store", "list")).out()).contains("pin={{a.b}}  k");

    Result renamed =
        ok(
            there.run(
                "stack",
                "import",
                file.toString(),
                "--name=r",
                "--rename-components=-prod",
                "--attribute=artifact-store.pin={{my.pin}}"));
    assertThat(renamed.err())
        .contains("registered: the artifact store 'models-prod'")
        .doesNotContain("history");
    assertThat(ok(there.run("stack", "describe", "r")).out()).contains("models-prod", "{{my.pin}}");

    Result replaced =
        ok(
            there.run(
                "stack",
                "import",
                file.toString(),
                "--name=p",
                "--replace-components",
                "--attribute=artifact-store.pin=" + PIN));
    assertThat(replaced.err())
        .contains("replaced: the artifact store 'models'", "shell's history")
        .doesNotContain(PIN);
    assertThat(ok(there.run("stack", "describe", "k")).out()).contains("url=https://x/ü?a=b");
  }

  @Test
  void onATerminalConflictsAndWhatIsMissingAreAskedFor() throws Exception {
    Path file = exported();
    ok(there.run("artifact-store", "register", "models", "-f", "guarded", "--pin={{a.b}}"));
    ok(there.run("stack", "copy", "default", "prod"));

    TerminalSession.Result ended =
        new TerminalSession(there)
            .answer("[r/k/p] ", "x\n")
            .answer("[r/k/p] ", "\n")
            .run(there.commandLine("stack", "import", file.toString()), Map.of());
    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.shown())
        .contains("There is another artifact store 'models' already; they differ in: url, token.")
        .endsWith("error: Nothing was imported.\n");

    String before = Files.readString(there.home().resolve("config.yaml"));
    TerminalSession.Result interrupted =
        new TerminalSession(there)
            .answer("[r/k/p] ", "p\n")
            .answer("(Enter leaves it out): ", "\u0003")
            .run(there.commandLine("stack", "import", file.toString()), Map.of());
    assertThat(interrupted.exitCode()).as(interrupted.shown()).isEqualTo(130);
    assertThat(there.home().resolve("config.yaml")).hasContent(before);

    TerminalSession.Result result =
        new TerminalSession(there)
            .answer("[r/k/p] ", "r\n")
            .answer("Its new name: ", "models\n")
            .answer("Its new name: ", "models-2\n")
            .answer("'pin' of the artifact store 'models-2' (Enter leaves it out): ", PIN + "\n")
            .answer("Import it under the name (Enter ends the import): ", "Prod\n")
            .answer("Import it under the name (Enter ends the import): ", "prod-2\n")
            .run(there.commandLine("stack", "import", file.toString()), Map.of());
    assertThat(result.exitCode()).as(result.shown()).isZero();
    assertThat(result.shown())
        .contains("Imported the stack 'prod-2'.", "registered: the artifact store 'models-2'")
        .doesNotContain(PIN);
    assertThat(ok(there.run("stack", "export", "prod-2", "--reveal")).out())
        .contains("pin: " + PIN);
  }

  @Test
  void anAttributeThatIsRequiredCannotBeLeftOut() {
    Path file = exported();
    Result without =
        there.run("stack", "import", file.toString(), "--attribute", "artifact-store.pin=");
    assertThat(without.exitCode()).isEqualTo(2);
    assertThat(without.err()).contains("the attribute 'pin' is missing. Fix: correct that in");
    Result wrong =
        there.run(
            "stack",
            "import",
            file.toString(),
            "--attribute=artifact-store.url=" + PIN,
            "--attribute=" + PIN,
            "--attribute=artifact-store.pin=@/nowhere/" + PIN);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("has no attribute 'url' that was left out, only pin")
        .contains("--attribute is given as TYPE.ATTRIBUTE=VALUE")
        .contains("the file behind the @ of --attribute artifact-store.pin does not exist")
        .doesNotContain(PIN);
    assertThat(there.home()).doesNotExist();
  }

  @Test
  void whatIsNoExportedStackIsRefusedWithItsPlace() throws IOException {
    String whole = Files.readString(exported());
    refused("", "line 1: the file is empty");
    refused("format: 1\nactive_stack: x\n", "the field 'stack' is missing, so this is no file of");
    refused(whole.replace("format: 1", "format: 7"), "reads, but 7, written by lockstep");
    refused(whole.substring(0, whole.length() / 2), "the file was cut off");
    refused(whole.replace("name: models", "name: ../models"), "line 9: '../models' cannot be");
    refused(whole.replace("stack: prod", "stack: \"a b\""), "cannot be the name of a stack");
    refused(whole.replace("url:", "url: [1]\n      x:"), "the attribute 'url' is not a text");
    refused(whole.replace("[pin]", "pin"), "the field 'left_out' is not a sequence");
    refused(whole.replace("  metadata-store:", "  metadata:"), "there is no 'metadata-store'");
    refused(
        whole.replace("flavor: guarded", "flavor: gaurded"), "no artifact store flavor 'gaurded'");
    refused("a: &x [*x]\n", "anchors and aliases are not supported");
    refused("[".repeat(5000), "nested too deeply");
    refused("#" + "x".repeat(1 << 20), "is larger than 1 MiB");
    refused("format: 1\nstack: s\n\u0000", "a character that YAML does not allow");
    Result folderGiven = there.run("stack", "import", folder.toString());
    assertThat(folderGiven.exitCode()).isEqualTo(4);
    assertThat(there.run("stack", "import", "nope.yaml").err())
        .isEqualTo("error: There is no file 'nope.yaml'.\n");
  }

  private void refused(String text, String why) {
    Result result = there.reading(text).run("stack", "import", "-");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains(why).doesNotContain("\tat ");
    assertThat(there.home()).doesNotExist();
  }

  @Test
  void whatANewerVersionAddedIsToldAndNotImported() throws IOException {
    String text =
        """
        format: 1
        stack: s
        colour: red
        components:
          orchestrator: {name: default, flavor: local, owner: me}
          artifact-store: {name: default, flavor: local}
          metadata-store: {name: default, flavor: local}
          step-operator: {name: gpu, flavor: batch}
        """;
    Result result = ok(there.reading(text).run("stack", "import", "-"));
    assertThat(result.err())
        .startsWith(
            "warning: Not imported, because this version of Lockstep does not know it: colour,"
                + " orchestrator.owner, step-operator.\n");
    assertThat(ok(there.run("stack", "list")).out()).contains("s  ");
    String config = there.home().resolve("config.yaml").toString();
    Files.writeString(
        Path.of(config),
        Files.readString(Path.of(config)).replace("    artifact", "    gpu: x\n    artifact"));
    assertThat(ok(there.run("stack", "export", "s")).err())
        .isEqualTo(
            "warning: Left out because a newer version of Lockstep wrote them: gpu. Export with"
                + " that version to have them.\n");
  }
}
