package dev.lockstep.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration file of a home, whatever happens to it. */
class ConfigurationRobustnessTest {
  private static final String NEWER =
      """
      format: 1
      written_by: 9.1.0
      top: {deep: [1, "two"]}
      components:
        future: top
        step-operator:
          gpu:
            flavor: batch
        orchestrator:
          wide:
            flavor: local
            owner: team-a
            attributes:
              parallelism: "4"
        secrets-manager:
          default:
            flavor: local
            note: mine
      stacks:
        prod:
          orchestrator: wide
          artifact-store: default
          metadata-store: default
          step-operator: gpu
          labels: {a: b}
        default:
          orchestrator: default
          artifact-store: default
          metadata-store: default
          secrets-manager: default
          labels: {c: d}
      """;

  private final Path folder;
  private final Lockstep lockstep;
  private final Path file;

  ConfigurationRobustnessTest(@TempDir Path folder) {
    this.folder = folder;
    this.lockstep = Lockstep.in(folder);
    this.file = lockstep.home().resolve("config.yaml");
  }

  private static Result ok(Result result) {
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private void write(String text) throws IOException {
    Files.createDirectories(lockstep.home());
    Files.writeString(file, text);
  }

  @Test
  void fieldsThatANewerVersionWroteSurviveEveryCommand() throws IOException {
    write(NEWER);
    Path exported = folder.resolve("prod.yaml");
    String[][] commands = {
      {"orchestrator", "register", "extra", "-f", "local"},
      {"orchestrator", "update", "wide", "--parallelism=8"},
      {"orchestrator", "delete", "extra", "-y"},
      {"stack", "register", "t", "-o", "wide", "-a", "default", "-m", "default", "-x", "default"},
      {"stack", "set", "t"},
      {"stack", "update", "prod", "-x", "default"},
      {"stack", "remove-component", "prod", "-x"},
      {"stack", "rename", "t", "u"},
      {"stack", "copy", "prod", "v"},
      {"stack", "delete", "v", "-y"},
      {"stack", "export", "u", exported.toString()},
      {"stack", "import", exported.toString(), "--name", "w"},
      {"stack", "rename", "prod", "live"},
    };
    for (String[] command : commands) {
      ok(lockstep.run(command));
      assertThat(Files.readString(file))
          .as(String.join(" ", command))
          .contains("top:\n  deep: [1, two]", "  future: top")
          .contains("  step-operator:\n    gpu:\n      flavor: batch")
          .contains("owner: team-a", "note: mine", "    step-operator: gpu", "labels:")
          .contains("a: b", "c: d");
    }
    assertThat(Files.readString(file)).contains("  live:\n", "parallelism: \"8\"");
  }

  @Test
  void aBrokenFileIsSaidWithItsLineLeftAloneAndStopsNoOtherCommand() throws IOException {
    String broken = "format: 1\nstacks:\n  prod: {orchestrator: hunter2\n";
    write(broken);
    String[][] refused = {
      {"stack", "list"},
      {"stack", "get"},
      {"stack", "copy", "default", "s"},
      {"stack", "delete", "s", "-y"},
      {"stack", "export"},
      {"secret", "list"},
      {"orchestrator", "register", "o", "-f", "local"},
    };
    for (String[] command : refused) {
      Result result = lockstep.run(command);
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.err())
          .startsWith("error: " + file + ", line 4: not valid YAML at column 1.")
          .contains("Nothing was changed. Fix: ")
          .doesNotContain("hunter2");
    }
    String[][] working = {
      {"version"},
      {"--help"},
      {"stack", "--help"},
      {"stack", "import", "--help"},
      {"schema", "list"},
      {"schema", "describe", "aws"}
    };
    for (String[] command : working) {
      ok(lockstep.run(command));
    }
    assertThat(file).hasContent(broken);
  }

  @Test
  void aFileOfANewerFormatSaysWhoWroteItAndIsLeftAlone() throws IOException {
    write("format: 2\nwritten_by: 9.1.0\nstacks: [a]\n");
    Result result = lockstep.run("stack", "copy", "default", "s");
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .startsWith("error: " + file + ", line 1: the format is not 1, the only one that this")
        .contains("reads, but 2, written by lockstep 9.1.0.")
        .contains("use the version of lockstep that wrote it");
    assertThat(file).hasContent("format: 2\nwritten_by: 9.1.0\nstacks: [a]");
  }

  @Test
  void stacksThatManyProcessesRegisterAtOnceAreAllThere() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(
          lockstep
              .process("stack", "copy", "default", "s" + i)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("out" + i).toFile())
              .start());
    }
    for (int i = 0; i < processes.size(); i++) {
      assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(processes.get(i).exitValue())
          .as(Files.readString(folder.resolve("out" + i)))
          .isZero();
    }
    assertThat(ok(lockstep.run("stack", "list")).out())
        .contains("s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7");
    Process one = lockstep.process("stack", "copy", "default", "same").start();
    Process two = lockstep.process("stack", "copy", "default", "same").start();
    assertThat(one.waitFor() + two.waitFor()).as("one of both is refused").isEqualTo(2);
  }

  @Test
  void aFullDiskLeavesTheFileAsItWas() throws Exception {
    ok(lockstep.run("stack", "copy", "default", "first"));
    String before = Files.readString(file);
    // No file may grow beyond a block, and this one has to.
    ok(
        lockstep.run(
            "artifact-store", "register", "a", "-f", "local", "--path=/" + "x".repeat(900)));
    String grown = Files.readString(file);
    List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
    command.addAll(
        lockstep.commandLine(
            "artifact-store", "register", "b", "-f", "local", "--path=/" + "y".repeat(900)));
    command.add(command.indexOf("-cp"), "-XX:-UsePerfData");
    Path shown = folder.resolve("shown");
    Process process =
        lockstep
            .process()
            .command(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(shown.toFile()))
            .start();
    assertThat(process.waitFor()).as(Files.readString(shown)).isEqualTo(4);
    assertThat(Files.readString(shown))
        .startsWith("error: Cannot write " + file + ": ")
        .contains("Fix: ");
    assertThat(file).hasContent(grown);
    assertThat(grown).isNotEqualTo(before);
    assertThat(ok(lockstep.run("stack", "list")).out()).contains("first");
  }

  @Test
  void aHomeThatCannotBeWrittenIsReadAllTheSame() throws Exception {
    ok(lockstep.run("stack", "copy", "default", "s"));
    Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        shell("mount --bind " + lockstep.home() + " disk && mount -o remount,bind,ro disk"),
        "mounting is not permitted here");
    try {
      Lockstep readOnly = lockstep.with("LOCKSTEP_HOME", folder.resolve("disk").toString());
      assertThat(ok(readOnly.run("stack", "list")).out()).contains("s  ");
      ok(readOnly.run("stack", "describe", "s"));
      ok(readOnly.run("stack", "export", "s"));
      Result refused = readOnly.run("stack", "copy", "s", "t");
      assertThat(refused.exitCode()).isEqualTo(4);
      assertThat(refused.err())
          .contains("ead-only")
          .contains("LOCKSTEP_HOME")
          .doesNotContain("\tat");
    } finally {
      shell("umount disk");
    }
  }

  @Test
  void whatStandsInTheFilesPlaceIsSaid() throws IOException {
    Files.createDirectories(file);
    Result folderThere = lockstep.run("stack", "list");
    assertThat(folderThere.exitCode()).isEqualTo(4);
    assertThat(folderThere.err()).contains("Cannot read " + file, "a file belongs there");
    Path text = Files.writeString(folder.resolve("text"), "x");
    Result fileThere =
        lockstep.with("LOCKSTEP_HOME", text.toString()).run("stack", "copy", "default", "s");
    assertThat(fileThere.exitCode()).isEqualTo(4);
    assertThat(fileThere.err()).contains("LOCKSTEP_HOME");
  }

  private boolean shell(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command + " >/dev/null 2>&1")
            .directory(folder.toFile())
            .start();
    return process.waitFor() == 0;
  }
}
