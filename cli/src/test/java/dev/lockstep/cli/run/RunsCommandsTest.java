package dev.lockstep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.DriverProcess;
import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandsTest {
  private static final Instant START = Instant.parse("2026-11-21T22:00:00Z");

  private final Lockstep lockstep;

  RunsCommandsTest(@TempDir Path folder) {
    this.lockstep = Lockstep.in(folder).with("TZ", "UTC");
  }

  @Test
  void runsAreListedAndShown() {
    assertThat(lockstep.run("runs", "list"))
        .isEqualTo(
            new Result(
                0,
                "RUN  PIPELINE  STATUS  STEPS  STARTED  TOOK  STACK\n",
                "No runs yet: lockstep run TARGET\n"));
    record("20261121-220000-aaaaa", "churn");
    record("20261121-220000-bbbbb", "forecast");

    Result list = lockstep.run("runs", "list", "--pipeline", "churn");
    assertThat(list.err()).isEmpty();
    assertThat(list.out())
        .isEqualTo(
            "RUN                    PIPELINE  STATUS  STEPS  STARTED              TOOK       STACK\n"
                + "20261121-220000-aaaaa  churn     failed  1/3    2026-11-21 22:00:00  1 min 5 s"
                + "  default\n");
    assertThat(lockstep.run("runs", "list", "-o", "json").out())
        .contains("\"id\" : \"20261121-220000-bbbbb\"", "\"started\" : \"2026-11-21T22:00:00Z\"");

    Result show = lockstep.run("runs", "show", "aaaaa");
    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out())
        .contains("pipeline  churn (shop.churn)\n", "secret    warehouse (version 3)\n")
        .contains("--since   2026-01-01\n")
        .containsPattern("train +failed +1 +[0-9.]+ s +IOException: disk\\\\u001b\\[31m full")
        .containsPattern("publish +skipped +0 +- +'train' failed");
    assertThat(lockstep.run("runs", "show", "20261121-220000-a", "-o", "yaml").out())
        .contains("status: failed\n", "  since: \"2026-01-01\"\n");

    Result several = lockstep.run("runs", "show", "2026");
    assertThat(several.exitCode()).isEqualTo(2);
    assertThat(several.err()).contains("'2026' could be any of 2 runs.");
    Result unknown = lockstep.run("runs", "show", "20261121-220000-aaaab");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("Did you mean '20261121-220000-aaaaa'?");
  }

  private void record(String id, String pipeline) {
    LockstepHome home = new LockstepHome(lockstep.home());
    Configuration configuration = Configuration.builtIn();
    try (OpenStack stack =
            OpenStack.of(
                configuration.stack("default"),
                configuration,
                BuiltInFlavors.flavors(),
                home,
                Map.of());
        RunJournal journal = stack.metadataStore().create(id)) {
      journal.append(
          List.of(
              new RunEvent.RunStarted(
                  START,
                  id,
                  pipeline,
                  "shop." + pipeline,
                  "default",
                  new DriverProcess(1, 1, "elsewhere"),
                  Map.of("since", "2026-01-01"),
                  List.of("load", "train", "publish")),
              new RunEvent.PreflightPassed(START, Map.of("warehouse", "3")),
              new RunEvent.StepStarted(START, "load", 1),
              new RunEvent.StepSucceeded(
                  START.plusSeconds(1), "load", 1, Duration.ofSeconds(1), Map.of(), List.of()),
              new RunEvent.StepStarted(START.plusSeconds(1), "train", 1),
              new RunEvent.StepFailed(
                  START.plusSeconds(5),
                  "train",
                  1,
                  Duration.ofSeconds(4),
                  Map.of(),
                  new Failure("IOException", "disk\033[31m full", ""),
                  null),
              new RunEvent.StepSkipped(START.plusSeconds(5), "publish", "'train' failed"),
              new RunEvent.RunFinished(START.plusSeconds(65), RunStatus.FAILED)));
    }
  }
}
