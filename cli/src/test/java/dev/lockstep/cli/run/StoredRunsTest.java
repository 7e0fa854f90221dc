package dev.lockstep.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.builtin.BuiltInFlavors;
import dev.lockstep.cli.Lockstep;
import dev.lockstep.cli.Lockstep.Result;
import dev.lockstep.cli.TerminalSession;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.DriverProcess;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.ThisHost;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deletes, filters and reads runs that a store holds. */
class StoredRunsTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final DriverProcess GONE = new DriverProcess(1, 1, ThisHost.name());

  private final Lockstep lockstep;

  StoredRunsTest(@TempDir Path folder) {
    this.lockstep = Lockstep.in(folder).with("TZ", "UTC");
  }

  @Test
  void aRunGoesWithItsRecordItsArtifactsAndItsLineInTheIndex() throws IOException {
    record("20261101-000000-aaaaa", "churn", now, GONE, "churn/20261101-000000-aaaaa/load/data");
    record("20261102-000000-bbbbb", "churn", now, GONE, "churn/20261102-000000-bbbbb/load/data");
    lockstep.run("runs", "list");
    Path failed = artifacts().resolve("churn/20261101-000000-aaaaa/train/attempt-2/data");
    Files.createDirectories(failed.getParent());
    Files.writeString(failed, "left by an attempt that failed");

    Result result = lockstep.run("runs", "delete", "aaaaa", "-y");

    assertThat(result).isEqualTo(new Result(0, "", "Deleted 1 run.\n"));
    assertThat(artifacts().resolve("churn/20261101-000000-aaaaa")).doesNotExist();
    assertThat(artifacts().resolve("churn/20261102-000000-bbbbb/load/data")).exists();
    assertThat(ids()).containsExactly("20261102-000000-bbbbb");
    assertThat(lockstep.home().resolve("runs/default/index")).content().doesNotContain("aaaaa");
  }

  @Test
  void anArtifactThatAnotherRunUsesStays() {
    record("20261101-000000-aaaaa", "churn", now, GONE, "churn/20261101-000000-aaaaa/load/data");
    store("churn/20261101-000000-aaaaa/train/model");
    record("20261102-000000-bbbbb", "churn", now, GONE, "churn/20261101-000000-aaaaa/load/data");

    Result result = lockstep.run("runs", "delete", "20261101-000000-aaaaa", "-y");

    assertThat(result.err())
        .isEqualTo(
            "Some artifacts of the run 20261101-000000-aaaaa stay, because another run uses them.\n"
                + "Deleted 1 run.\n");
    assertThat(artifacts().resolve("churn/20261101-000000-aaaaa/load/data")).exists();
    assertThat(ids()).containsExactly("20261102-000000-bbbbb");
    assertThat(lockstep.run("runs", "delete", "--all", "-y").exitCode()).isZero();
  }

  @Test
  void aRunThatIsStillGoingIsRefused() {
    DriverProcess here = DriverProcess.current(ThisHost.name());
    begin("20261101-000000-aaaaa", "churn", now, here);
    begin("20261101-000001-bbbbb", "churn", now, new DriverProcess(1, 1, "elsewhere"));
    record("20261102-000000-ccccc", "churn", now, GONE, "churn/20261102-000000-ccccc/load/data");

    Result named = lockstep.run("runs", "delete", "ccccc", "aaaaa", "-y");
    assertThat(named)
        .isEqualTo(
            new Result(
                2,
                "",
                "error: The run 20261101-000000-aaaaa is still going, so nothing was deleted.\n"
                    + "  Fix: wait for its end, or end its process "
                    + here.pid()
                    + ".\n"));
    assertThat(ids()).hasSize(3);

    Result all = lockstep.run("runs", "delete", "--all", "-y");
    assertThat(all.exitCode()).isZero();
    assertThat(all.err())
        .contains("warning: The run 20261101-000000-aaaaa stays, because it is still going.\n")
        .endsWith("Deleted 1 run.\n");
    assertThat(lockstep.run("runs", "delete", "bbbbb", "-y").err())
        .contains("if its machine is gone, add --force.");
    assertThat(lockstep.run("runs", "delete", "--all", "--force", "-y").err())
        .contains("Deleted 1 run.");
    assertThat(ids()).containsExactly("20261101-000000-aaaaa");
  }

  @Test
  void oldRunsAreDeletedByTheirAge() {
    record("20261101-000000-aaaaa", "churn", now.minus(Duration.ofDays(31)), GONE, "churn/a/b");
    record("20261102-000000-bbbbb", "churn", now.minus(Duration.ofDays(29)), GONE, "churn/c/d");

    assertThat(lockstep.run("runs", "delete", "--older-than", "P30D", "-y").err())
        .isEqualTo("Deleted 1 run.\n");
    assertThat(ids()).containsExactly("20261102-000000-bbbbb");
    assertThat(lockstep.run("runs", "delete", "--older-than", "PT1000H", "-y").err())
        .isEqualTo("No runs to delete.\n");
    for (String wrong : new String[] {"30d", "", "-P1D", "P99999999999D"}) {
      Result result = lockstep.run("runs", "delete", "--older-than=" + wrong, "-y");
      assertThat(result.exitCode()).as(wrong).isEqualTo(2);
      assertThat(result.err()).contains("such as P30D (30 days)", "not '" + wrong + "'.");
    }
  }

  @Test
  void itAsksFirstAndNoChangesNothing() throws Exception {
    record("20261101-000000-aaaaa", "churn", now, GONE, "churn/20261101-000000-aaaaa/load/data");

    Result silent = lockstep.run("runs", "delete", "aaaaa");
    assertThat(silent.exitCode()).isEqualTo(2);
    assertThat(silent.err()).contains("Give -y.");
    TerminalSession.Result no =
        new TerminalSession(lockstep).answer("[y/N] ", "n\n").run("runs", "delete", "aaaaa");
    assertThat(no.exitCode()).isEqualTo(1);
    assertThat(no.shown())
        .contains("  20261101-000000-aaaaa  churn  succeeded\n")
        .contains("Delete this run and its artifacts?")
        .contains("No run was deleted.");
    assertThat(ids()).hasSize(1);
    assertThat(artifacts().resolve("churn/20261101-000000-aaaaa/load/data")).exists();
    TerminalSession.Result yes =
        new TerminalSession(lockstep).answer("[y/N] ", "y\n").run("runs", "delete", "aaaaa");
    assertThat(yes.exitCode()).isZero();
    assertThat(ids()).isEmpty();
  }

  @Test
  void aDamagedRecordIsDeletedByItsNameOnly() throws IOException {
    record("20261101-000000-aaaaa", "churn", now, GONE, "churn/20261101-000000-aaaaa/load/data");
    Path damaged = lockstep.home().resolve("runs/default/20261102-000000-bbbbb.jsonl");
    Files.writeString(damaged, "no journal\n");

    Result all = lockstep.run("runs", "delete", "--all", "-y");
    assertThat(all.err())
        .contains("The run 20261102-000000-bbbbb stays, because its record cannot be read.")
        .contains("lockstep runs delete 20261102-000000-bbbbb")
        .contains("The artifacts of the run 20261101-000000-aaaaa stay, because a run that cannot");
    assertThat(ids()).containsExactly("20261102-000000-bbbbb");
    assertThat(lockstep.run("runs", "list", "--status", "unreadable").out()).contains("bbbbb");

    Result named = lockstep.run("runs", "delete", "bbbbb", "-y");
    assertThat(named.exitCode()).isZero();
    assertThat(named.err()).contains("its record does not tell where they are.");
    assertThat(damaged).doesNotExist();
  }

  @Test
  void whatToDeleteMustBeSaidInOneWay() {
    for (String[] wrong : new String[][] {{}, {"a", "--all"}, {"--all", "--older-than", "P1D"}}) {
      List<String> call = new ArrayList<>(List.of("runs", "delete", "-y"));
      call.addAll(List.of(wrong));
      Result result = lockstep.run(call.toArray(new String[0]));
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("Give the runs, or --all, or --older-than AGE");
    }
    Result unknown = lockstep.run("runs", "delete", "zzzzz", "-y");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no run 'zzzzz'.");
  }

  @Test
  void aListIsFilteredAndTheNewestComeFirst() {
    record("20261101-000000-aaaaa", "churn", now.minusSeconds(60), GONE, "churn/x/y");
    record("20261102-000000-bbbbb", "churn", now, GONE, "churn/x/y");
    begin("20261103-000000-ccccc", "forecast", now.plusSeconds(60), GONE);

    assertThat(ids())
        .containsExactly("20261103-000000-ccccc", "20261102-000000-bbbbb", "20261101-000000-aaaaa");
    assertThat(ids("--limit", "1")).containsExactly("20261103-000000-ccccc");
    assertThat(ids("--status", "succeeded", "--limit", "1"))
        .containsExactly("20261102-000000-bbbbb");
    assertThat(ids("--status", "interrupted")).containsExactly("20261103-000000-ccccc");
    assertThat(ids("--pipeline", "churn")).hasSize(2);
    assertThat(lockstep.run("runs", "list", "--pipeline", "nope").err())
        .isEqualTo("No such runs.\n");
    assertThat(lockstep.run("runs", "list", "--status", "faild").err())
        .isEqualTo(
            "error: --status is one of running, succeeded, failed, interrupted, unreadable, not"
                + " 'faild'. Did you mean 'failed'?\n");
    assertThat(lockstep.run("runs", "list", "--limit", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void logsAreWhatStepsSaid() {
    record("20261101-000000-aaaaa", "churn", now, GONE, "churn/x/y");

    Result all = lockstep.run("runs", "logs", "aaaaa");
    assertThat(all.exitCode()).isZero();
    assertThat(all.out())
        .contains("  load  INFO  reads\\u001b[31m\n    two lines\n")
        .contains("  train #2  WARN  slow\n");
    assertThat(lockstep.run("runs", "logs", "aaaaa", "train").out())
        .contains("slow")
        .doesNotContain("reads");
    assertThat(lockstep.run("runs", "logs", "aaaaa", "train", "-o", "json").out())
        .contains("\"level\" : \"WARN\"", "\"attempt\" : 2", "\"message\" : \"slow\"");
    Result step = lockstep.run("runs", "logs", "aaaaa", "trian");
    assertThat(step.exitCode()).isEqualTo(2);
    assertThat(step.err()).contains("has no step 'trian'. Did you mean 'train'? It has: load");
    begin("20261102-000000-bbbbb", "churn", now, GONE);
    assertThat(lockstep.run("runs", "logs", "bbbbb"))
        .isEqualTo(new Result(0, "", "Nothing was logged. (What steps print is not recorded.)\n"));
  }

  private List<String> ids(String... options) {
    List<String> call = new ArrayList<>(List.of("runs", "list", "-o", "yaml"));
    call.addAll(List.of(options));
    return lockstep
        .run(call.toArray(new String[0]))
        .out()
        .lines()
        .filter(line -> line.startsWith("- id: "))
        .map(line -> line.substring("- id: ".length()).replace("\"", ""))
        .toList();
  }

  private Path artifacts() {
    return lockstep.home().resolve("artifacts/default");
  }

  private void store(String path) {
    try (OpenStack stack = open();
        OutputStream out = stack.artifactStore().create(path)) {
      out.write("data".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(String id, String pipeline, Instant start, DriverProcess process) {
    try (OpenStack stack = open();
        RunJournal journal = stack.metadataStore().create(id)) {
      journal.append(List.of(started(id, pipeline, start, process)));
    }
  }

  private static RunEvent started(
      String id, String pipeline, Instant start, DriverProcess process) {
    return new RunEvent.RunStarted(
        start, id, pipeline, "shop.Shop", "default", process, Map.of(), List.of("load", "train"));
  }

  private void record(
      String id, String pipeline, Instant start, DriverProcess process, String path) {
    if (!Files.exists(artifacts().resolve(path))) {
      store(path);
    }
    Artifact output = new Artifact("load", List.of(new ArtifactFile("data", 4, "00", path, null)));
    try (OpenStack stack = open();
        RunJournal journal = stack.metadataStore().create(id)) {
      journal.append(
          List.of(
              started(id, pipeline, start, process),
              new RunEvent.StepLogged(start, "load", 1, "INFO", "reads\033[31m\ntwo lines"),
              new RunEvent.StepSucceeded(
                  start, "load", 1, Duration.ofSeconds(1), Map.of(), List.of(output)),
              new RunEvent.StepLogged(start, "train", 2, "WARN", "slow"),
              new RunEvent.RunFinished(start.plusSeconds(1), RunStatus.SUCCEEDED)));
    }
  }

  private OpenStack open() {
    Configuration configuration = Configuration.builtIn();
    return OpenStack.of(
        configuration.stack("default"),
        configuration,
        BuiltInFlavors.flavors(),
        new LockstepHome(lockstep.home()),
        Map.of());
  }
}
