package dev.lockstep.cli.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.FlavorJars;
import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentCommandsTest {
  private static final String VALUE = "hunter2-and-a-half";

  private final Path folder;
  private final Lockstep lockstep;
  private final InProcess here;

  ComponentCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
    this.here = new InProcess(folder);
  }

  private Result done(String... arguments) {
    Result result = here.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  /** The same as a process. */
  private Result ran(String... arguments) {
    Result result = lockstep.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private Result refused(String... arguments) {
    Result result = here.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).doesNotContain(VALUE);
    return result;
  }

  /** A flavor of artifact stores with one option of each kind. */
  private void registerABox() throws IOException {
    Path jar =
        new FlavorJars(folder)
            .box(
                "box.jar",
                "ARTIFACT_STORE",
                "box",
                "FlavorOption.withDefault(\"size\", \"int\", \"10\", \"How many fit in\")",
                "FlavorOption.required(\"lid\", \"open|shut\", \"How it is closed.\")",
                "FlavorOption.required(\"pin_code\", \"text\", \"What opens it.\").asSensitive()");
    done("artifact-store", "flavor", "register", "vault.BoxFlavor", "--jar", jar.toString());
  }

  @Test
  void theHelpOfRegisterAndUpdateShowsTheAttributesOfTheFlavor() throws IOException {
    registerABox();
    String attributes =
        """

        Attributes of the flavor 'box':
          --size=NUMBER
              How many fit in. Default: 10.
          --lid=open|shut
              How it is closed. Required.
          --pin-code=TEXT
              What opens it. Required. Sensitive: never shown.
        """;
    assertThat(done("artifact-store", "register", "b", "-t", "box", "--help").out())
        .startsWith(
            "Usage: lockstep artifact-store register NAME -f FLAVOR [--ATTRIBUTE=VALUE ...]")
        .endsWith(attributes);
    assertThat(done("artifact-store", "register", "--help").out())
        .endsWith(
            "Which attributes a flavor has: lockstep artifact-store register -f FLAVOR --help\n"
                + "Which flavors there are: lockstep artifact-store flavor list\n");
    assertThat(done("artifact-store", "register", "-f", "bx", "--help").out())
        .contains("Did you mean 'box'?");
    done("artifact-store", "register", "b", "-f", "box", "--lid=shut", "--pin-code=1");
    assertThat(done("artifact-store", "update", "b", "--help").out()).endsWith(attributes);
    assertThat(done("artifact-store", "update", "gone", "--help").out()).endsWith("one @.\n");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNoValueIsRepeated() throws IOException {
    registerABox();
    assertThat(
            refused(
                    "artifact-store",
                    "register",
                    "default",
                    "-f",
                    "box",
                    "--size=" + VALUE,
                    "--size=" + VALUE,
                    "--lidd=" + VALUE,
                    "--pin-code=@" + VALUE,
                    "--interactve",
                    "-x" + VALUE,
                    VALUE)
                .err())
        .isEqualTo(
            """
            error: The artifact store 'default' was not registered:
              - There is an artifact store 'default' already. Fix: choose another name, or update or delete that one.
              - the attribute 'size' is given twice
              - the file behind the @ of the attribute 'pin_code' does not exist (for a value that begins with @, write @@)
              - --interactve has no value: it is given as --interactve=VALUE (did you mean 'interactive'?)
              - one of the arguments is neither an option nor an attribute (it may be a value, so it is not shown): attributes are given as --ATTRIBUTE=VALUE
              - there is an argument too many (it may be a value, so it is not shown): attributes are given as --ATTRIBUTE=VALUE
              - the attribute 'size' is not a whole number
              - the attribute 'lid' is missing
              - the attribute 'pin_code' is missing
              - it has no attribute 'lidd', only lid, pin_code, size (did you mean 'lid'?)
              More: lockstep artifact-store flavor describe box
            """);
    assertThat(refused("artifact-store", "register", "--pin-code", VALUE, "-f", "box").err())
        .startsWith("error: The artifact store was not registered:\n  - NAME stands behind");
    assertThat(refused("artifact-store", "update", "--pin-code", VALUE).err())
        .contains("NAME stands behind");
    assertThat(refused("artifact-store", "register", "b/" + "x".repeat(100), "-f", "box").err())
        .contains("cannot be the name of an artifact store");
    assertThat(refused("artifact-store", "register", "b", "-f", "bix").err())
        .contains("There is no artifact store flavor 'bix'. Did you mean 'box'?")
        .endsWith("  More: lockstep artifact-store flavor list\n");
    assertThat(lockstep.home().resolve("config.yaml")).doesNotExist();
  }

  @Test
  void valuesComeFromTheCommandLineAndFromFilesAndMayHoldAnything() throws IOException {
    Path file = Files.writeString(folder.resolve("path"), "von/datei=");
    ran("secrets-manager", "register", "a", "-t", "local", "--path=@" + file);
    assertThat(ran("secrets-manager", "describe", "a").out()).contains("von/datei=");
    ran("artifact-store", "register", "b", "--flavor", "local", "--path=@@földer = {x}");
    assertThat(ran("artifact-store", "list", "-o", "json").out()).contains("/@földer = {x}\"");
    ran("secrets-manager", "update", "a", "--key_file=k", "--key-from=passphrase");
    assertThat(ran("secrets-manager", "describe", "a", "-o", "yaml").out())
        .contains("key_from: passphrase", "key_file: \"" + folder + "/k\"");
  }

  @Test
  void aPathMeansTheSameFileInEveryFolder() {
    ran("secrets-manager", "register", "team", "-f", "local", "--path=team/secrets.yaml");
    assertThat(ran("secrets-manager", "describe", "team").out())
        .contains(" " + folder + "/team/secrets.yaml");
    ran("secrets-manager", "update", "team", "--path=x/../y.yaml", "--key-file=~/x.key");
    assertThat(ran("secrets-manager", "describe", "team").out())
        .contains(" " + folder + "/y.yaml", " ~/x.key");
    ran("secrets-manager", "update", "team", "--path=/srv/x.yaml");
    assertThat(ran("secrets-manager", "describe", "team").out()).contains(" /srv/x.yaml");
  }

  @Test
  void whatIsConfidentialIsMaskedAndItsPlainTextIsWarnedOf() throws IOException {
    registerABox();
    Result plain =
        done("artifact-store", "register", "b", "-f", "box", "--lid=shut", "--pin_code=" + VALUE);
    assertThat(plain.err())
        .startsWith(
            "warning: The attribute 'pin_code' is sensitive, and lies in "
                + lockstep.home().resolve("config.yaml")
                + " as plain text, which only you can read. It also stays in the shell's history:"
                + " --pin_code=@FILE and -i avoid that.\n  A reference to a secret keeps it out:"
                + " lockstep artifact-store update b '--pin_code={{SECRET.KEY}}'\n");
    for (String format : new String[] {"table", "json", "yaml"}) {
      assertThat(done("artifact-store", "describe", "b", "-o", format).out())
          .contains("***")
          .doesNotContain(VALUE);
      assertThat(done("artifact-store", "list", "-o", format).out()).doesNotContain(VALUE);
    }
    Result reference = done("artifact-store", "update", "b", "--pin-code={{box.pin}}");
    assertThat(reference.err())
        .isEqualTo(
            """
            Updated the artifact store 'b'.
            warning: The artifact store has references that stand for nothing yet:
              - The artifact store 'b' is in no stack, whose secrets manager could be asked for \
            {{box.pin}} (attribute 'pin_code' of the artifact store 'b').
                Fix: lockstep stack update STACK --artifact-store b
            """);
    assertThat(done("artifact-store", "describe", "b").out())
        .isEqualTo(
            """
            NAME  FLAVOR  STACKS
            b     box

            ATTRIBUTE  VALUE        FROM
            size       10           default
            lid        shut         set
            pin_code   {{box.pin}}  reference
            """);
    assertThat(refused("artifact-store", "update", "b", "--pin-code={{" + VALUE + "}}").err())
        .contains("has double braces with something in them that is no reference");
  }

  @Test
  void describeAndGetWithoutANameShowWhatTheActiveStackHas() {
    assertThat(ran("metadata-store", "describe", "-o", "json").out())
        .isEqualTo(
            """
            {
              "name" : "default",
              "flavor" : "local",
              "attributes" : { },
              "defaults" : {
                "path" : "%s",
                "durability" : "process"
              },
              "missing" : [ ],
              "stacks" : [ "default" ]
            }
            """
                .formatted(lockstep.home().resolve("runs/default")));
    assertThat(ran("secrets-manager", "get").out())
        .isEqualTo(
            "ACTIVE SECRETS MANAGER  FLAVOR  STACK    STACK FROM\n"
                + "default                 local   default  default\n");
    ran("stack", "register", "bare", "-o", "default", "-a", "default", "-m", "default");
    assertThat(
            lockstep.with("LOCKSTEP_STACK", "bare").run("orchestrator", "get", "-o", "yaml").out())
        .isEqualTo("name: default\nflavor: local\nstack: bare\nsource: LOCKSTEP_STACK\n");
    for (String command : new String[] {"get", "describe"}) {
      Result none = lockstep.run("secrets-manager", command, "--stack", "bare");
      assertThat(none.exitCode()).isEqualTo(3);
      assertThat(none.err())
          .isEqualTo(
              "error: The stack 'bare' has no secrets manager.\n"
                  + "  Fix: lockstep stack update bare --secrets-manager NAME\n");
    }
    assertThat(refused("secrets-manager", "describe", "defalt").err())
        .contains("Did you mean 'default'?");
    assertThat(ran("secrets-manager", "explain", "--stack", "bare").out())
        .contains("stores secrets: named groups", "  local: Secrets in one file")
        .contains("The stack 'bare' has none.");
  }

  @Test
  void attributesAreRemovedUnlessTheyAreRequiredOrNotThere() throws IOException {
    registerABox();
    done("artifact-store", "register", "b", "-f", "box", "--lid=shut", "--pin-code=1", "--size=3");
    assertThat(refused("artifact-store", "remove-attribute", "b", "siz", "--lid").err())
        .isEqualTo(
            """
            error: Nothing was removed from the artifact store 'b':
              - it has no attribute 'siz', only lid, pin_code, size (did you mean 'size'?)
              - the attribute 'lid' is required: lockstep artifact-store update b --lid=VALUE changes it
              More: lockstep artifact-store describe b
            """);
    assertThat(refused("artifact-store", "remove-attribute", "b").err())
        .contains("Nothing to remove.");
    assertThat(done("artifact-store", "remove-attribute", "b", "size").err())
        .isEqualTo("Removed size from the artifact store 'b'.\n");
    assertThat(done("artifact-store", "describe", "b").out()).contains("size       10     default");
    assertThat(refused("artifact-store", "remove-attribute", "c", "size").err())
        .contains("There is no artifact store 'c'.");
  }

  @Test
  void anAttributeThatAFlavorDoesNotKnowStopsNoUpdateAndCanBeRemoved() throws IOException {
    Files.createDirectories(lockstep.home());
    Files.writeString(
        lockstep.home().resolve("config.yaml"),
        "format: 1\ncomponents:\n  orchestrator:\n    o:\n      flavor: local\n"
            + "      attributes:\n        parallelsm: 3\n");
    assertThat(ran("orchestrator", "describe", "o").out()).contains("***", "set, but unknown");
    ran("orchestrator", "update", "o", "--parallelism=3");
    ran("orchestrator", "remove-attribute", "o", "parallelsm");
    assertThat(ran("orchestrator", "list").out()).contains("parallelism=3");
  }

  @Test
  void aRenamedSecretsManagerKeepsItsSecretsAndNobodyElseGetsThem() {
    ran("secrets-manager", "register", "dev", "-f", "local");
    ran("stack", "copy", "default", "s");
    ran("stack", "update", "s", "-x", "dev");
    ran("stack", "set", "s");
    ran("secret", "register", "db", "--password=" + VALUE);

    Path store = lockstep.home().resolve("secrets/dev.yaml");
    assertThat(ran("secrets-manager", "rename", "dev", "prod").err())
        .isEqualTo(
            "Renamed the secrets manager 'dev' to 'prod'. The stack 's' has it under the new"
                + " name.\n  What it stored stays where it is: path="
                + store
                + " is an attribute now.\n");
    assertThat(ran("secret", "get", "db", "password", "--reveal").out()).isEqualTo(VALUE + "\n");
    assertThat(ran("stack", "describe", "s").out()).contains("prod").doesNotContain("dev  ");

    assertThat(refused("secrets-manager", "register", "dev", "-f", "local").err())
        .contains(
            "  - 'prod' has path="
                + store
                + ", which 'dev' would have by its name: give it another name, or --path=VALUE, the"
                + " same one if they are meant to share it\n");
    ran("secrets-manager", "register", "dev", "-f", "local", "--path=" + store);
    assertThat(ran("secrets-manager", "remove-attribute", "prod", "path").err())
        .endsWith("  What it stored is not moved: it stays in " + store + "\n");
  }

  @Test
  void renamedStoresKeepTheirArtifactsAndRuns() {
    for (String type : new String[] {"artifact-store", "metadata-store"}) {
      done(type, "register", "a", "-f", "local");
      String place =
          lockstep.home().resolve(type.startsWith("a") ? "artifacts/a" : "runs/a").toString();
      assertThat(done(type, "describe", "a").out()).contains(place + "  default");
      done(type, "rename", "a", "b");
      done(type, "rename", "b", "c");
      assertThat(done(type, "describe", "c").out()).contains(place + "  set");
      assertThat(refused(type, "rename", "c", "default").err()).contains("already");
      assertThat(refused(type, "rename", "default", "d").err())
          .contains("is built in and cannot be renamed");
      assertThat(refused(type, "rename", "nope", "d").err()).contains("There is no");
    }
    done("orchestrator", "register", "a", "-f", "local");
    assertThat(done("orchestrator", "rename", "a", "b").err())
        .isEqualTo("Renamed the orchestrator 'a' to 'b'.\n");
  }

  @Test
  void aCopyHasTheSameAttributesAndSaysWhatItShares() {
    done("secrets-manager", "register", "a", "-f", "local", "--prefix=dev/");
    assertThat(done("secrets-manager", "copy", "a", "b").err())
        .isEqualTo(
            "Copied the secrets manager 'a' to 'b'. What 'a' stored was not copied.\n"
                + "  To copy secrets: lockstep secret copy --all --from a --to b\n");
    assertThat(done("secrets-manager", "describe", "b").out())
        .contains("dev/", lockstep.home().resolve("secrets/b.yaml").toString());
    done("secrets-manager", "rename", "a", "c");
    assertThat(done("secrets-manager", "copy", "c", "d").err())
        .contains("Both have the same path, so they share what is stored there.")
        .contains("lockstep secrets-manager update d --path=VALUE");
    assertThat(refused("secrets-manager", "copy", "b", "a").err())
        .contains("was not copied: 'c' has path=")
        .endsWith("  Fix: lockstep secrets-manager copy b ANOTHER_NAME\n");
    assertThat(refused("secrets-manager", "copy", "b", "C").err())
        .contains("names must differ in more than case");
    assertThat(done("orchestrator", "copy", "default", "o").err())
        .isEqualTo("Copied the orchestrator 'default' to 'o'.\n");
  }

  @Test
  void manyChangesAtTheSameTimeAllSurvive() throws Exception {
    done("orchestrator", "register", "o", "-f", "local");
    List<Process> processes = new ArrayList<>();
    processes.add(lockstep.process("orchestrator", "update", "o", "--parallelism=7").start());
    processes.add(lockstep.process("orchestrator", "update", "o", "--isolation=process").start());
    processes.add(lockstep.process("orchestrator", "copy", "default", "p").start());
    processes.add(lockstep.process("metadata-store", "copy", "default", "m").start());
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(done("orchestrator", "list").out())
        .contains("parallelism=7", "isolation=process", "p        local");
    assertThat(done("metadata-store", "list").out()).contains("m        local");
  }
}
