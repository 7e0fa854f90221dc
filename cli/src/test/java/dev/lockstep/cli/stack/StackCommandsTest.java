package dev.lockstep.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackCommandsTest {
  private final Path folder;

  StackCommandsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theDefaultStackIsThereAndNothingIsWrittenToShowIt() {
    Lockstep lockstep = Lockstep.in(folder);
    assertThat(lockstep.run("stack", "list"))
        .isEqualTo(
            new Result(
                0,
                "ACTIVE  STACK    ORCHESTRATOR  ARTIFACT STORE  METADATA STORE  SECRETS MANAGER\n"
                    + "*       default  default       default         default         default\n",
                ""));
    assertThat(lockstep.run("stack", "get", "-o", "json").out())
        .isEqualTo("{\n  \"name\" : \"default\",\n  \"source\" : \"default\"\n}\n");
    assertThat(lockstep.run("stack", "describe", "-o", "yaml").out())
        .startsWith("name: default\ncomponents:\n  orchestrator:\n    name: default\n");
    assertThat(lockstep.home()).doesNotExist();
  }

  @Test
  void aStackIsMadeOfComponentsAndBecomesActive() {
    Lockstep lockstep = Lockstep.in(folder);
    Result manager =
        lockstep.run("secrets-manager", "register", "dev", "-t", "local", "--prefix=dev/");
    assertThat(manager.exitCode()).as(manager.err()).isZero();
    Result stack =
        lockstep.run(
            "stack",
            "register",
            "dev",
            "-o",
            "default",
            "-a",
            "default",
            "-m",
            "default",
            "-x",
            "dev",
            "--set");
    assertThat(stack.exitCode()).as(stack.err()).isZero();
    assertThat(stack.err()).contains("The active stack is now 'dev'.");
    assertThat(lockstep.run("secrets-manager", "list").out())
        .contains("dev      local   prefix=dev/  dev");
    assertThat(lockstep.run("stack", "get").out()).contains("dev").contains("config.yaml");

    lockstep.run("secret", "register", "x", "--a=b");
    assertThat(lockstep.run("secret", "list", "--stack", "default").out()).doesNotContain("x");
    assertThat(lockstep.with("LOCKSTEP_STACK", "default").run("stack", "get").out())
        .contains("LOCKSTEP_STACK");
    assertThat(lockstep.run("stack", "set", "default").exitCode()).isZero();
    assertThat(lockstep.run("stack", "get", "-o", "json").out()).contains("\"default\"");
  }

  @Test
  void aProjectHasAnActiveStackOfItsOwn() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("stack", "register", "s", "-o", "default", "-a", "default", "-m", "default");
    Files.createDirectory(folder.resolve(".lockstep"));
    assertThat(lockstep.run("stack", "set", "s").err()).contains("in the project");
    assertThat(lockstep.run("stack", "get").out()).contains("s ").contains(".lockstep/config.yaml");
    Lockstep elsewhere = Lockstep.in(Files.createTempDirectory(folder, "none"));
    assertThat(elsewhere.run("stack", "get").exitCode()).isEqualTo(3);
    assertThat(lockstep.run("stack", "set", "--global", "s").err()).doesNotContain("project");
    Result noManager = lockstep.run("secret", "list");
    assertThat(noManager.exitCode()).isEqualTo(3);
    assertThat(noManager.err()).contains("The stack 's' has no secrets manager.");
  }

  @Test
  void namesThatDoNotExistOrAreTakenAreWrongUsage() {
    Lockstep lockstep = Lockstep.in(folder);
    Result set = lockstep.run("stack", "set", "defalt");
    assertThat(set.exitCode()).isEqualTo(2);
    assertThat(set.err()).contains("Did you mean 'default'?");
    assertThat(lockstep.run("stack", "describe", "nope").exitCode()).isEqualTo(2);
    Result component =
        lockstep.run("stack", "register", "s", "-o", "nope", "-a", "default", "-m", "default");
    assertThat(component.exitCode()).isEqualTo(2);
    assertThat(component.err()).contains("There is no orchestrator 'nope'.");
    assertThat(
            lockstep
                .run(
                    "stack",
                    "register",
                    "default",
                    "-o",
                    "default",
                    "-a",
                    "default",
                    "-m",
                    "default")
                .exitCode())
        .isEqualTo(2);
    Result option = lockstep.run("stack", "register", "s", "-o", "default", "-a", "default");
    assertThat(option.exitCode()).isEqualTo(2);
    assertThat(option.err())
        .isEqualTo(
            "error: The stack 's' has no metadata store, and every stack needs one. Fix: add"
                + " --metadata-store NAME, one of: default\n");
    Result all = lockstep.run("stack", "register", "default", "-o", "defalt", "-x", "none");
    assertThat(all.exitCode()).isEqualTo(2);
    assertThat(all.err())
        .startsWith("error: The stack 'default' cannot be:\n  - There is a stack 'default' already")
        .contains(
            "\n  - There is no orchestrator 'defalt'. Did you mean 'default'?",
            "\n  - The stack 'default' has no artifact store, and every stack needs one.",
            "\n  - The stack 'default' has no metadata store, and every stack needs one.",
            "\n  - There is no secrets manager 'none'.");

    Result flavor = lockstep.run("secrets-manager", "register", "m", "-f", "locl");
    assertThat(flavor.exitCode()).isEqualTo(2);
    assertThat(flavor.err()).contains("Did you mean 'local'?");
    Result attribute =
        lockstep.run("secrets-manager", "register", "m", "-f", "local", "--encrypton=none");
    assertThat(attribute.exitCode()).isEqualTo(2);
    assertThat(attribute.err()).contains("it has no attribute 'encrypton'").contains("encryption");
    Result value = lockstep.run("secrets-manager", "register", "m", "-f", "local", "hunter2");
    assertThat(value.exitCode()).isEqualTo(2);
    assertThat(value.err()).contains("--ATTRIBUTE=VALUE").doesNotContain("hunter2");
    assertThat(lockstep.home().resolve("config.yaml")).doesNotExist();
  }

  @Test
  void aMissingActiveStackAndABrokenFileArePreflightFailures() throws IOException {
    Lockstep lockstep = Lockstep.in(folder);
    Result option = lockstep.run("secret", "list", "--stack", "prod");
    assertThat(option.exitCode()).isEqualTo(3);
    assertThat(option.err()).contains("There is no stack 'prod', which is named by --stack.");
    Result variable = lockstep.with("LOCKSTEP_STACK", "prod").run("stack", "get");
    assertThat(variable.exitCode()).isEqualTo(3);
    assertThat(lockstep.with("LOCKSTEP_STACK", "prod").run("stack", "list").exitCode()).isZero();

    Files.createDirectories(lockstep.home());
    Files.writeString(lockstep.home().resolve("config.yaml"), "format: 99\n");
    Result newer = lockstep.run("stack", "list");
    assertThat(newer.exitCode()).isEqualTo(3);
    assertThat(newer.err()).contains("config.yaml");
    assertThat(lockstep.run("stack", "set", "default").exitCode()).isEqualTo(3);
    assertThat(lockstep.home().resolve("config.yaml")).hasContent("format: 99");
  }

  @Test
  void stacksAndComponentsAreChangedAndDeletedByTheirRules() {
    Lockstep lockstep = Lockstep.in(folder);
    lockstep.run("orchestrator", "register", "wide", "-f", "local", "--parallelism=4");
    lockstep.run("metadata-store", "register", "safe", "-f", "local", "--durability=disk");
    lockstep.run("artifact-store", "register", "big", "-f", "local", "--path=" + folder);
    Result register =
        lockstep.run("stack", "register", "s", "-o", "wide", "-a", "big", "-m", "safe");
    assertThat(register.exitCode()).as(register.err()).isZero();

    assertThat(lockstep.run("stack", "update", "s", "-x", "default").exitCode()).isZero();
    assertThat(lockstep.run("stack", "describe", "s", "-o", "json").out())
        .contains("secrets-manager", "\"durability\" : \"disk\"");
    assertThat(lockstep.run("orchestrator", "update", "wide", "--parallelism=2").exitCode())
        .isZero();
    assertThat(lockstep.run("orchestrator", "list").out()).contains("parallelism=2");

    Result wrong = lockstep.run("orchestrator", "update", "wide", "--paralelism=3");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean 'parallelism'?");
    Result inUse = lockstep.run("orchestrator", "delete", "wide", "-y");
    assertThat(inUse.exitCode()).isEqualTo(2);
    assertThat(inUse.err()).contains("is used by the stack s.");
    Result active = lockstep.run("stack", "delete", "default", "-y");
    assertThat(active.exitCode()).isEqualTo(2);
    assertThat(lockstep.run("stack", "update", "s").err()).contains("Nothing to change.");
    assertThat(lockstep.run("stack", "update", "s", "-x", "none").exitCode()).isEqualTo(2);

    Result unasked = lockstep.run("stack", "delete", "s");
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err()).contains("Give -y.");
    assertThat(lockstep.run("stack", "delete", "s", "-y").exitCode()).isZero();
    assertThat(lockstep.run("orchestrator", "delete", "wide", "-y").exitCode()).isZero();
    assertThat(lockstep.run("stack", "list", "-o", "json").out()).doesNotContain("\"s\"");
  }
}
