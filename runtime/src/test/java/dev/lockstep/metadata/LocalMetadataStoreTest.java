package dev.lockstep.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.artifact.ArtifactFile;
import dev.lockstep.metadata.local.LocalMetadataStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMetadataStoreTest {
  private static final Instant TIME = Instant.parse("2026-01-31T10:00:00.120Z");

  @TempDir private Path folder;
  private MetadataStore store;

  @BeforeEach
  void createStore() {
    store = new LocalMetadataStore(folder, true);
  }

  private static List<RunEvent> allKinds(String run) {
    return List.of(
        new RunEvent.RunStarted(
            TIME,
            run,
            "churn",
            "shop.Churn",
            "default",
            DriverProcess.current(ThisHost.name()),
            Map.of("rate", "0.1"),
            List.of("load", "train")),
        new RunEvent.PreflightPassed(TIME, Map.of("aws", "3")),
        new RunEvent.StepStarted(TIME, "load", 1),
        new RunEvent.StepLogged(TIME, "load", 1, "INFO", "a \"quoted\"\nmessage"),
        new RunEvent.StepFailed(
            TIME,
            "load",
            1,
            Duration.ofMillis(5),
            Map.of("aws", ""),
            new Failure("IOException", "no", "at x"),
            Duration.ofSeconds(1)),
        new RunEvent.StepStarted(TIME, "load", 2),
        new RunEvent.StepSucceeded(
            TIME,
            "load",
            2,
            Duration.ofMillis(7),
            Map.of("aws", "3"),
            List.of(
                new Artifact(
                    "load",
                    List.of(
                        new ArtifactFile(
                            "value.txt", 2, "aa", null, "hi".getBytes(StandardCharsets.UTF_8)),
                        new ArtifactFile("big.bin", 1L << 40, "bb", "churn/x/big.bin", null))))),
        new RunEvent.StepSkipped(TIME, "train", "'load' failed"),
        new RunEvent.RunFinished(TIME, RunStatus.FAILED));
  }

  private void record(String run) {
    try (RunJournal journal = store.create(run)) {
      journal.append(allKinds(run));
    }
  }

  @Test
  void eventsComeBackAsTheyWere() {
    record("20260131-100000-abcde");
    assertThat(store.events("20260131-100000-abcde")).isEqualTo(allKinds("20260131-100000-abcde"));
    assertThat(store.events("20260131-100000-other")).isEmpty();
    assertThat(store.events("../../etc/passwd")).isEmpty();
  }

  @Test
  void aRunIsReadFromItsEvents() {
    record("r1");
    RunRecord run = store.find("r1").orElseThrow();
    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.secrets()).containsEntry("aws", "3");
    assertThat(run.step("load").status()).isEqualTo(StepStatus.SUCCEEDED);
    assertThat(run.step("load").attempts()).isEqualTo(2);
    assertThat(run.step("load").outputs().get(0).size()).isEqualTo(2 + (1L << 40));
    assertThat(run.step("train").reason()).isEqualTo("'load' failed");
  }

  @Test
  void aLastLineThatAKillToreIsLeftOut() throws IOException {
    record("r1");
    Path journal = folder.resolve("r1.jsonl");
    String text = Files.readString(journal);
    for (int cut = text.length() - 1; cut > text.lastIndexOf('\n', text.length() - 2); cut--) {
      Files.writeString(journal, text.substring(0, cut));
      assertThat(store.events("r1")).hasSize(allKinds("r1").size() - 1);
    }
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    record("r1");
    Path journal = folder.resolve("r1.jsonl");
    Files.writeString(journal, Files.readString(journal).replace("\"attempt\":1", "\"attempt\":"));
    assertThatThrownBy(() -> store.events("r1"))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining(journal.toString())
        .hasMessageContaining("damaged in line 3");
  }

  @Test
  void aNewerFormatIsRefusedAndUnknownEventsAndFieldsAreIgnored() throws IOException {
    record("r1");
    Path journal = folder.resolve("r1.jsonl");
    String text = Files.readString(journal);
    Files.writeString(
        journal,
        text.replace("\"format\":1", "\"format\":1,\"later\":[{}]")
            + "{\"event\":\"step-dreamt\",\"time\":\"2026-01-31T10:00:00Z\"}\n");
    assertThat(store.events("r1")).hasSize(allKinds("r1").size());
    Files.writeString(journal, text.replace("\"format\":1", "\"format\":2"));
    assertThatThrownBy(() -> store.events("r1")).hasMessageContaining("format 2");
  }

  @Test
  void theListIsTheSameWithAndWithoutItsIndex() throws IOException {
    record("r1");
    record("r2");
    List<RunSummary> first = store.list();
    assertThat(first).extracting(RunSummary::id).containsExactly("r2", "r1");
    assertThat(store.list()).isEqualTo(first);
    Path index = folder.resolve("index");
    assertThat(index).isNotEmptyFile();
    Files.writeString(index, "{\"run\":\"r1\",\"si");
    assertThat(store.list()).isEqualTo(first);
    Files.delete(index);
    assertThat(store.list()).isEqualTo(first);
  }

  @Test
  void anUnreadableJournalHidesNoOtherRun() throws IOException {
    record("r1");
    record("r2");
    record("r3");
    damage("r2", "", "garbage\n");
    damage("r3", "\"format\":1", "\"format\":99");
    Files.writeString(folder.resolve("zzz.jsonl"), "{}\n");
    Files.writeString(
        folder.resolve("late.jsonl"),
        "{\"event\":\"step-dreamt\",\"time\":\"2026-01-31T10:00:00Z\"}\n");
    Files.createDirectory(folder.resolve("x.jsonl"));
    Files.writeString(folder.resolve("not an id.jsonl"), "{}\n");
    // A run that has begun to be recorded, or was killed at that.
    Files.writeString(folder.resolve("fresh.jsonl"), "");

    for (int repeat = 0; repeat < 2; repeat++) {
      List<RunSummary> runs = store.list();
      assertThat(runs)
          .extracting(RunSummary::id)
          .containsExactlyInAnyOrder("r1", "r2", "r3", "zzz", "late", "x", "not an id");
      for (RunSummary run : runs) {
        boolean healthy = run.id().equals("r1");
        assertThat(run.status()).isEqualTo(healthy ? RunStatus.FAILED : RunStatus.UNREADABLE);
        assertThat(run.pipeline()).isEqualTo(healthy ? "churn" : "");
        assertThat(run.started()).isAfterOrEqualTo(TIME);
      }
    }
    assertThat(store.find("r1")).isPresent();
    assertThatThrownBy(() -> store.find("r2"))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining("damaged in line");
    assertThatThrownBy(() -> store.find("zzz"))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining("zzz.jsonl is damaged in line 1");
  }

  @Test
  void aJournalOfANewerVersionIsNotSaidToBeDamaged() throws IOException {
    record("r1");
    damage("r1", "\"format\":1", "\"format\":99");
    assertThatThrownBy(() -> store.find("r1"))
        .isInstanceOf(MetadataException.class)
        .hasMessageContaining("newer version of lockstep")
        .hasMessageNotContaining("delete")
        .hasMessageNotContaining("damaged");
  }

  private void damage(String run, String part, String replacement) throws IOException {
    Path journal = folder.resolve(run + ".jsonl");
    String text = Files.readString(journal);
    Files.writeString(
        journal, part.isEmpty() ? text + replacement : text.replace(part, replacement));
  }

  @Test
  void aDeletedRunIsGone() {
    record("r1");
    store.list();
    assertThat(store.delete("r1")).isTrue();
    assertThat(store.delete("r1")).isFalse();
    assertThat(store.list()).isEmpty();
  }

  @Test
  void journalsAreReadableByTheirOwnerOnly() throws IOException {
    record("r1");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("r1.jsonl"))))
        .isEqualTo("rw-------");
  }

  @Test
  void twoRunsCannotHaveOneIdentifier() {
    record("r1");
    assertThatThrownBy(() -> store.create("r1")).isInstanceOf(MetadataException.class);
    assertThat(store.events("r1")).hasSize(allKinds("r1").size());
  }
}
