package dev.lockstep.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.metadata.StepStatus;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.stack.OpenStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps that fail, runs that are stopped. */
class FailureTest {
  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void createHome() {
    home = new Home(folder.resolve("home"));
  }

  @Test
  void aFailedStepStopsItsDependantsAndNoOther() {
    Home.Result result = home.run(FlakyRunner.class);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains("taken: third attempt: 3")
        .containsPattern("failed after \\d+\\.\\d s, attempt 2 in 0\\.0 s: IOException: attempt 1")
        .contains("It took longer than its timeout of PT0.2S.")
        .contains("skipped: 'hangs' failed")
        .containsPattern(
            "nothing +failed.*It returned null. Fix: return a value, or declare the method void.")
        .containsPattern("halves +failed.*The component 'right' of what it returned is null")
        .containsPattern("noHalves +failed.*It returned null.")
        .contains("Its process ended with exit code 7 without an answer.");
    RunRecord run = onlyRun();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.step("third").attempts()).isEqualTo(3);
    assertThat(run.step("third").status()).isEqualTo(StepStatus.SUCCEEDED);
    assertThat(run.step("hangs").attempts()).isEqualTo(2);
    assertThat(run.step("hangs").status()).isEqualTo(StepStatus.FAILED);
    assertThat(run.step("hangsApart").status()).isEqualTo(StepStatus.FAILED);
    assertThat(run.step("needsNeedsHangs").status()).isEqualTo(StepStatus.SKIPPED);
    assertThat(run.step("exits").status()).isEqualTo(StepStatus.FAILED);
    assertThat(run.step("waits").status()).isEqualTo(StepStatus.SUCCEEDED);
  }

  @Test
  void aStepThatEndsTheProcessDoesNotPassForSuccess() {
    Home.Result result = home.run(ExitingRunner.class);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "Step 'exits' called System.exit, which ended the whole run. Fix: return or throw");
  }

  @Test
  void anInterruptStopsTheRunIsRecordedAndExitsWith130() throws Exception {
    Process process = startAndAwaitSign();
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    Home.Result result = Home.finish(process);
    assertThat(result.exit()).isEqualTo(130);
    assertThat(result.out()).contains(" interrupted: ");
    RunRecord run = onlyRun();
    assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(run.ended()).isNotNull();
    assertThat(run.step("waits").status()).isEqualTo(StepStatus.INTERRUPTED);
  }

  @Test
  void theRecordOfAKilledRunIsWholeUpToTheKill() throws Exception {
    Process process = startAndAwaitSign();
    assertThat(onlyRun().status()).isEqualTo(RunStatus.RUNNING);
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    for (ProcessHandle worker : workers) {
      worker.onExit().get(10, TimeUnit.SECONDS);
    }
    RunRecord run = onlyRun();
    assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
    assertThat(run.ended()).isNull();
    assertThat(run.step("waits").status()).isEqualTo(StepStatus.INTERRUPTED);

    tearLastLine();
    assertThat(onlyRun().status()).isEqualTo(RunStatus.INTERRUPTED);
    home.run(FlakyRunner.class);
    assertThat(runs()).hasSize(2);
  }

  private Process startAndAwaitSign() throws Exception {
    Path sign = folder.resolve("began");
    Process process = home.start(FlakyRunner.class, "--sign", sign.toString());
    while (!Files.exists(sign) && process.isAlive()) {
      Thread.onSpinWait();
    }
    assertThat(process.isAlive()).isTrue();
    return process;
  }

  private void tearLastLine() throws IOException {
    Path journals = home.root().resolve("runs").resolve("default");
    try (var files = Files.list(journals)) {
      Path journal =
          files.filter(file -> file.toString().endsWith(".jsonl")).findAny().orElseThrow();
      String text = Files.readString(journal);
      Files.writeString(journal, text.substring(0, text.length() - 5));
    }
  }

  private RunRecord onlyRun() {
    List<RunSummary> runs = runs();
    assertThat(runs).hasSize(1);
    try (OpenStack stack = open()) {
      return stack.metadataStore().find(runs.get(0).id()).orElseThrow();
    }
  }

  private List<RunSummary> runs() {
    try (OpenStack stack = open()) {
      return stack.metadataStore().list();
    }
  }

  private OpenStack open() {
    return Stacks.open(RunOptions.builder().home(new LockstepHome(home.root())).build());
  }
}
