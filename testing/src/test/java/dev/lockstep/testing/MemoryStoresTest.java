package dev.lockstep.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.metadata.DriverProcess;
import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.metadata.ThisHost;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stores behind a test's stack behave as their interfaces say. */
class MemoryStoresTest {
  private final MemoryArtifactStore artifacts = new MemoryArtifactStore();
  private final MemoryMetadataStore metadata = new MemoryMetadataStore();

  private void write(String path) throws IOException {
    try (OutputStream out = artifacts.create(path)) {
      out.write(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFileExistsOnceItIsClosed() throws IOException {
    OutputStream out = artifacts.create("p/run/a");
    out.write(1);
    assertThatThrownBy(() -> artifacts.open("p/run/a")).isInstanceOf(NoSuchFileException.class);
    out.close();
    assertThat(artifacts.open("p/run/a").readAllBytes()).containsExactly(1);
  }

  @Test
  void aPathIsDeletedWithAllBelowIt() throws IOException {
    for (String path : List.of("p/1/a", "p/1/b/c", "p/10/a")) {
      write(path);
    }
    artifacts.delete("p/1");
    artifacts.delete("p/none");
    assertThat(artifacts.below("p")).containsOnlyKeys("10/a");
  }

  @Test
  void noPathLeadsOut() {
    for (String path : List.of("", "/a", "../a", "a/../../b", "a//b", "a/.")) {
      assertThatThrownBy(() -> artifacts.create(path)).as(path).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> artifacts.delete(path)).as(path).isInstanceOf(IOException.class);
    }
  }

  private static RunEvent started(String run, int second) {
    return new RunEvent.RunStarted(
        Instant.ofEpochSecond(second),
        run,
        "churn",
        "shop.Churn",
        "default",
        DriverProcess.current(ThisHost.name()),
        Map.of(),
        List.of("load"));
  }

  @Test
  void eventsAreKeptInOrderAndARunIsReadFromThem() {
    RunEvent end = new RunEvent.RunFinished(Instant.ofEpochSecond(9), RunStatus.SUCCEEDED);
    try (RunJournal journal = metadata.create("1")) {
      journal.append(List.of(started("1", 1)));
      assertThat(metadata.find("1").orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
      journal.append(List.of(end));
    }
    assertThat(metadata.events("1")).containsExactly(started("1", 1), end);
    assertThat(metadata.find("1").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(metadata.find("2")).isEmpty();
    assertThat(metadata.events("2")).isEmpty();
  }

  @Test
  void aRunIsRecordedOnceAndNotAfterItsEnd() {
    RunJournal journal = metadata.create("1");
    assertThatThrownBy(() -> metadata.create("1")).isInstanceOf(MetadataException.class);
    journal.close();
    assertThatThrownBy(() -> journal.append(List.of(started("1", 1))))
        .isInstanceOf(MetadataException.class);
  }

  @Test
  void theNewestRunIsListedFirst() {
    for (int i = 1; i <= 3; i++) {
      metadata.create("run-" + i).append(List.of(started("run-" + i, i)));
    }
    assertThat(metadata.delete("run-2")).isTrue();
    assertThat(metadata.delete("run-2")).isFalse();
    assertThat(metadata.list()).extracting(RunSummary::id).containsExactly("run-3", "run-1");
  }
}
