package dev.lockstep.cli.flavor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.FlavorJars;
import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlavorCommandsTest {
  private static final String PIN =
      "FlavorOption.required(\"pin\", \"text\", \"What opens it.\").asSensitive()";

  private final Path folder;
  private final Lockstep lockstep;
  private final InProcess here;
  private final FlavorJars jars;

  FlavorCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
    this.here = new InProcess(folder);
    this.jars = new FlavorJars(folder);
  }

  private Result register(String className, Path jar, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("orchestrator", "flavor", "register", className, "--jar", jar.toString()));
    arguments.addAll(List.of(more));
    return here.run(arguments.toArray(String[]::new));
  }

  private void refused(Result result, String message) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("error: Nothing was registered: " + message + "\n");
    assertThat(result.out()).isEmpty();
    assertThat(lockstep.home().resolve("integrations/flavors.yaml")).doesNotExist();
  }

  @Test
  void aRegisteredFlavorIsListedDescribedAndDeleted() throws IOException {
    Path jar = jars.box("my flavors/böx.jar", "ORCHESTRATOR", "box", PIN);
    assertThat(
            lockstep.run(
                "orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", jar.toString()))
        .isEqualTo(
            new Result(
                0,
                "",
                "Registered the orchestrator flavor 'box' (vault.BoxFlavor). Use it: lockstep"
                    + " orchestrator register NAME -f box --pin=VALUE\n"));
    assertThat(lockstep.run("orchestrator", "flavor", "list").out())
        .isEqualTo(
            """
            FLAVOR  FROM            READY  DESCRIPTION
            local   built in        yes    steps run on this machine, independent ones in parallel
            box     registered jar  yes    Keeps things in a box.
            """);
    assertThat(lockstep.run("orchestrator", "flavor", "list", "-o", "json").out())
        .contains(
            """
              "name" : "box",
              "origin" : "registered jar",
              "place" : "%s",
              "class" : "vault.BoxFlavor",
              "ready" : true,
              "problem" : "",
            """
                .formatted(jar));
    assertThat(lockstep.run("secrets-manager", "flavor", "list").out()).doesNotContain("box");
    assertThat(lockstep.run("orchestrator", "flavor", "describe", "box").out())
        .isEqualTo(
            """
            FLAVOR  DESCRIPTION
            box     Keeps things in a box.

            ATTRIBUTE  TYPE  DEFAULT  REQUIRED  SENSITIVE  MEANING
            pin        text           yes       yes        What opens it.
            """);
    assertThat(lockstep.run("orchestrator", "flavor", "describe", "box", "-o", "yaml").out())
        .contains("name: box\ntype: orchestrator\n", "option: \"--pin\"", "sensitive: true");
    Result unknown = lockstep.run("orchestrator", "flavor", "describe", "bx");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean 'box'?");

    assertThat(lockstep.run("orchestrator", "register", "o", "-f", "box", "--pin=1").exitCode())
        .isZero();
    assertThat(lockstep.run("orchestrator", "list").out()).contains("pin=***");
    assertThat(lockstep.run("orchestrator", "flavor", "delete", "box", "-y"))
        .isEqualTo(
            new Result(
                2,
                "",
                "error: The flavor 'box' is used by the orchestrator o.\n  Fix: delete it first:"
                    + " lockstep orchestrator delete o\n"));
    lockstep.run("orchestrator", "delete", "o", "-y");
    assertThat(lockstep.run("orchestrator", "flavor", "delete", "box").err())
        .isEqualTo(
            "error: This asks before it changes anything, and there is no terminal to ask on. Give"
                + " -y.\n");
    assertThat(lockstep.run("orchestrator", "flavor", "delete", "box", "-y").exitCode()).isZero();
    assertThat(lockstep.run("orchestrator", "flavor", "list").out()).doesNotContain("box");
    assertThat(lockstep.home().resolve("integrations")).isDirectoryNotContaining("glob:**.jar");
    assertThat(lockstep.run("orchestrator", "flavor", "delete", "box", "-y").err())
        .startsWith("error: There is no registered orchestrator flavor 'box'.");
    assertThat(lockstep.run("orchestrator", "flavor", "delete", "local", "-y").err())
        .startsWith(
            "error: The orchestrator flavor 'local' was not registered: it is built in, and cannot"
                + " be deleted.");
  }

  @Test
  void whatIsNoFlavorOfThatTypeIsRefusedWithTheReason() throws IOException {
    Path jar =
        jars.jar(
            "all.jar",
            FlavorJars.source("vault.BoxFlavor", "ARTIFACT_STORE", "box"),
            FlavorJars.source("vault.LocalFlavor", "ORCHESTRATOR", "local"),
            FlavorJars.source("vault.OddFlavor", "ORCHESTRATOR", "a b"),
            FlavorJars.source(
                "vault.HelpFlavor",
                "ORCHESTRATOR",
                "helpful",
                "FlavorOption.optional(\"help\", \"text\", \"\")"),
            FlavorJars.source("vault.ClosedFlavor", "ORCHESTRATOR", "closed")
                .replaceFirst("\\{", "{ private ClosedFlavor() {}"),
            FlavorJars.source("vault.AngryFlavor", "ORCHESTRATOR", "angry")
                .replaceFirst(
                    "\\{",
                    "{ public AngryFlavor() { throw new IllegalStateException(\"hunter2\"); }"),
            "package vault; public class Plain {}",
            """
            package vault;
            public class Farm implements dev.lockstep.orchestrator.Orchestrator {
              public dev.lockstep.metadata.RunStatus execute(
                  dev.lockstep.orchestrator.RunExecution run) { return null; }
            }
            """);
    refused(
        register("vault.Plane", jar),
        "the class 'vault.Plane' is not in the jar. Did you mean 'vault.Plain'?\n"
            + "  Fix: name a class as an import does, such as shop.FolderSecrets");
    refused(
        register("Farm", jar),
        "the class 'Farm' is not in the jar. Did you mean 'vault.Farm'?\n"
            + "  Fix: name a class as an import does, such as shop.FolderSecrets");
    refused(
        register("vault.Plain", jar),
        "vault.Plain is neither a component of a stack nor a flavor.\n"
            + "  Fix: name a class that implements SecretsManager, Orchestrator, ArtifactStore or"
            + " MetadataStore and is marked with @Flavor(\"NAME\")");
    refused(
        register("vault.Farm", jar),
        "vault.Farm is a component, and there is no flavor for it in the jar.\n"
            + "  Fix: mark the class with @Flavor(\"NAME\") and compile it with Lockstep's"
            + " processor (how: docs/flavors.md)");
    refused(
        register("vault.BoxFlavor", jar),
        "vault.BoxFlavor is of the type 'artifact store', not 'orchestrator'.\n"
            + "  Fix: lockstep artifact-store flavor register vault.BoxFlavor --jar FILE");
    refused(
        register("vault.LocalFlavor", jar),
        "the orchestrator flavor 'local' is built in, and cannot be replaced.\n"
            + "  Fix: give vault.LocalFlavor another name");
    refused(
        register("vault.OddFlavor", jar),
        "vault.OddFlavor has a name that no flavor can have: letters, digits, '_', '.' and '-'.\n"
            + "  Fix: correct the class");
    refused(
        register("vault.HelpFlavor", jar),
        "vault.HelpFlavor has an attribute with a name that none can have: small letters, digits"
            + " and '_', and none of debug, flavor, help, interactive.\n  Fix: correct the class");
    assertThat(register("vault.ClosedFlavor", jar).err())
        .contains("no public class with a public constructor without parameters");
    assertThat(register("vault.AngryFlavor", jar).err())
        .contains("making vault.AngryFlavor failed with java.lang.IllegalStateException.")
        .doesNotContain("hunter2");
    assertThat(lockstep.home().resolve("integrations")).isEmptyDirectory();
  }

  @Test
  void whatIsNoJarIsRefusedBeforeAnythingIsCopied() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    refused(
        register("a.B", text, "--jar", folder.resolve("gone.jar").toString()),
        text
            + " is no jar, or cannot be read; there is no file "
            + folder.resolve("gone.jar")
            + ".\n  Fix: name the jar that holds the class: --jar FILE");
    refused(
        here.run("orchestrator", "flavor", "register", "a.B"),
        "--jar FILE is missing.\n  Fix: name the jar that holds the class: --jar FILE");
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void aFlavorIsReplacedAfterAskingAndComponentsThatDoNotFitAnyMoreAreTold() throws Exception {
    Path jar = jars.box("box.jar", "ORCHESTRATOR", "box");
    register("vault.BoxFlavor", jar);
    here.run("orchestrator", "register", "o", "-f", "box");
    assertThat(register("vault.BoxFlavor", jar).err())
        .isEqualTo("The flavor 'box' is registered already, as it is.\n");

    jars.box("box.jar", "ORCHESTRATOR", "box", PIN);
    assertThat(register("vault.BoxFlavor", jar).exitCode()).isEqualTo(2);
    TerminalSession.Result no =
        new TerminalSession(lockstep)
            .answer("Replace it? [y/N] ", "n\n")
            .run("orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", "box.jar");
    assertThat(no.exitCode()).as(no.shown()).isEqualTo(1);
    assertThat(no.shown()).contains("The flavor 'box' was left as it is.");
    assertThat(here.run("orchestrator", "flavor", "describe", "box").out()).doesNotContain("pin");

    TerminalSession.Result yes =
        new TerminalSession(lockstep)
            .answer("Replace it? [y/N] ", "y\n")
            .run("orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", "box.jar");
    assertThat(yes.exitCode()).as(yes.shown()).isZero();
    assertThat(yes.shown())
        .contains("Replaced the orchestrator flavor 'box'")
        .contains("The orchestrator 'o' (flavor 'box') is not configured right")
        .contains("the attribute 'pin' is missing");
    assertThat(here.run("orchestrator", "describe", "o").out())
        .contains("pin               missing");
  }

  @Test
  void aFlavorWhoseJarIsGoneIsShownAsNotReadyAndMendedWithoutAsking() throws IOException {
    Path jar = jars.box("box.jar", "ORCHESTRATOR", "box", PIN);
    register("vault.BoxFlavor", jar);
    here.run("orchestrator", "register", "o", "-f", "box", "--pin=hunter2");
    try (var copies = Files.newDirectoryStream(lockstep.home().resolve("integrations"), "*.jar")) {
      for (Path copy : copies) {
        Files.delete(copy);
      }
    }
    assertThat(here.run("orchestrator", "flavor", "list", "-o", "yaml").out())
        .contains("ready: false")
        .contains(
            "is gone. Fix: lockstep orchestrator flavor register vault.BoxFlavor --jar " + jar);
    Result described = here.run("orchestrator", "describe", "o");
    assertThat(described.exitCode()).isZero();
    assertThat(described.err()).startsWith("warning: The orchestrator flavor 'box', which was");
    assertThat(described.out()).contains("pin        ***    set");
    assertThat(here.run("orchestrator", "list").out()).contains("pin=***");
    assertThat(here.run("orchestrator", "update", "o", "--pin=x").exitCode()).isEqualTo(3);
    Result renamed = here.run("orchestrator", "rename", "o", "p");
    assertThat(renamed.exitCode()).isEqualTo(3);

    Result mended = register("vault.BoxFlavor", jar);
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertThat(here.run("orchestrator", "flavor", "list").out()).contains("yes    Keeps");
    assertThat(here.run("orchestrator", "rename", "o", "p").err())
        .contains("Whether the flavor 'box' stores things under the component's name is not known");
  }

  @Test
  void manyAreRegisteredAtTheSameTimeAndNoneIsLost() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path jar = jars.box("box" + i + ".jar", "ORCHESTRATOR", "box" + i);
      processes.add(
          lockstep
              .process("orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", "" + jar)
              .redirectErrorStream(true)
              .start());
    }
    for (Process process : processes) {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
    assertThat(lockstep.run("orchestrator", "flavor", "list").out())
        .contains("box0", "box1", "box2", "box3")
        .doesNotContain("  no  ");
  }
}
