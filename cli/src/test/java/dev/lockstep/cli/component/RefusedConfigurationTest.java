package dev.lockstep.cli.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.cli.FlavorJars;
import dev.lockstep.cli.InProcess;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the flavor itself can say against attributes, each of which could be one. */
class RefusedConfigurationTest {
  private static final String VALUE = "hunter2-and-a-half";

  private final Path folder;
  private final InProcess lockstep;

  RefusedConfigurationTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = new InProcess(folder);
  }

  private Result done(String... arguments) {
    Result result = lockstep.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private String refused(String... arguments) {
    Result result = lockstep.run(arguments);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    return result.err();
  }

  private void replace(Path file, String old, String text) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(old);
    Files.writeString(file, before.replace(old, text));
  }

  @Test
  void whatItsFlavorRefusesIsNotRegistered() {
    assertThat(refused("orchestrator", "register", "o", "-f", "local", "--parallelism=-1"))
        .isEqualTo(
            """
            error: The orchestrator 'o' was not registered:
              - The orchestrator 'o': parallelism is negative.
              More: lockstep orchestrator flavor describe local
            """);
    assertThat(refused("secrets-manager", "register", "v", "-f", "env", "--prefix=small"))
        .contains("'v' was not registered:\n", "a prefix of variables has capitals")
        .doesNotContain("Fix:", "update");
    assertThat(lockstep.home().resolve("config.yaml")).doesNotExist();
  }

  @Test
  void makingOneLeavesNothingBehind() {
    done("secrets-manager", "register", "team", "-f", "local", "--key-from=passphrase");
    done("artifact-store", "register", "there", "-f", "local");
    done("metadata-store", "register", "there", "-f", "local", "--path=" + folder.resolve("runs"));
    assertThat(folder.resolve("runs")).doesNotExist();
    assertThat(lockstep.home().resolve("secrets")).doesNotExist();
    assertThat(lockstep.home().resolve("artifacts")).doesNotExist();
  }

  @Test
  void anUpdateIsRefusedForWhatItMakesWrongOnly() throws IOException {
    done("orchestrator", "register", "o", "-f", "local", "--parallelism=4");
    assertThat(refused("orchestrator", "update", "o", "--parallelism=-1"))
        .isEqualTo(
            """
            error: The orchestrator 'o' was left as it is:
              - The orchestrator 'o': parallelism is negative. What must not be there: lockstep orchestrator remove-attribute o ATTRIBUTE
              More: lockstep orchestrator flavor describe local
            """);
    assertThat(done("orchestrator", "describe", "o").out()).contains("4").doesNotContain("-1");

    replace(lockstep.home().resolve("config.yaml"), "\"4\"", "\"-1\"");
    done("orchestrator", "update", "o", "--isolation=process");
    done("orchestrator", "update", "o", "--parallelism=2");
  }

  @Test
  void aCopyIsRefusedThatItsNameMakesWrong() {
    String key = lockstep.home().resolve("secrets/b.yaml").toString();
    done("secrets-manager", "register", "a", "-f", "local", "--key-file=" + key);
    assertThat(refused("secrets-manager", "copy", "a", "b"))
        .startsWith("error: The secrets manager 'a' was not copied:\n  - The attribute 'key_file'")
        .endsWith("  More: lockstep secrets-manager flavor describe local\n");
    assertThat(done("secrets-manager", "list", "-o", "json").out()).doesNotContain("\"b\"");
  }

  @Test
  void anImportIsRefusedAsAWhole() throws IOException {
    done("orchestrator", "register", "o", "-f", "local", "--parallelism=4");
    done("stack", "register", "s", "-o", "o", "-a", "default", "-m", "default");
    Path document = folder.resolve("s.yaml");
    Files.writeString(document, done("stack", "export", "s").out());
    replace(document, "\"4\"", "\"-1\"");

    InProcess there = new InProcess(folder.resolve("there"));
    Result result = there.run("stack", "import", document.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            """
            error: Nothing was imported:
              - The orchestrator 'o': parallelism is negative. Fix: correct that in the file.
            """);
    assertThat(there.home().resolve("config.yaml")).doesNotExist();
  }

  @Test
  void aRecordsOwnRefusalIsToldWithoutWhatIsConfidential() throws IOException {
    registerABoxThat("throw new IllegalArgumentException(\"it is not \" + options.text(\"pin\"))");
    assertThat(refused("orchestrator", "register", "b", "-f", "box", "--pin=" + VALUE))
        .contains("refuses its configuration: it is not ***.\n")
        .doesNotContain(VALUE);
    done("orchestrator", "register", "b", "-f", "box", "--pin={{a.b}}");
  }

  @Test
  void whatElseStopsAComponentMayBeThereOnAnotherMachine() throws IOException {
    registerABoxThat("throw new IllegalStateException(\"no such file\")");
    done("orchestrator", "register", "b", "-f", "box", "--pin=1");
    assertThat(done("orchestrator", "list").out()).contains("box");
  }

  private void registerABoxThat(String does) throws IOException {
    String source =
        FlavorJars.source(
                "vault.BoxFlavor",
                "ORCHESTRATOR",
                "box",
                "FlavorOption.required(\"pin\", \"text\", \"What opens it.\").asSensitive()")
            .replace("throw new UnsupportedOperationException()", does);
    Path jar = new FlavorJars(folder).jar("box.jar", source);
    done("orchestrator", "flavor", "register", "vault.BoxFlavor", "--jar", jar.toString());
  }
}
