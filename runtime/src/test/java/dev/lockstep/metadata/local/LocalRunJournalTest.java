package dev.lockstep.metadata.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.metadata.MetadataException;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunJournalTest {
  private static final String FULL = "No space left on device";
  private static final List<RunEvent> EVENTS =
      List.of(new RunEvent.StepStarted(Instant.parse("2026-01-31T10:00:00Z"), "load", 1));

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it.
  Path folder;

  /** A disk with space for so many writes. */
  private static final class Disk extends FileOutputStream {
    private int space;

    Disk(Path file, int space) throws IOException {
      super(file.toFile(), true);
      this.space = space;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (space-- == 0) {
        throw new IOException(FULL);
      }
      super.write(bytes);
    }
  }

  @Test
  void everyEventAfterAFailureFailsWithWhatFailedFirst() throws IOException {
    Path file = folder.resolve("r1.jsonl");
    try (RunJournal journal = new LocalRunJournal(file, new Disk(file, 1), false)) {
      journal.append(EVENTS);
      for (int repeat = 0; repeat < 2; repeat++) {
        assertThatThrownBy(() -> journal.append(EVENTS))
            .isInstanceOf(MetadataException.class)
            .hasMessageContainingAll(file.toString(), FULL, "Fix: free space");
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void aRunWhoseFirstEventCannotBeWrittenLeavesNoFile() throws IOException {
    Path file = folder.resolve("r1.jsonl");
    try (RunJournal journal = new LocalRunJournal(file, new Disk(file, 0), false)) {
      for (int repeat = 0; repeat < 2; repeat++) {
        assertThatThrownBy(() -> journal.append(EVENTS)).hasMessageContaining(FULL);
        assertThat(file).doesNotExist();
      }
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void nothingIsAddedToAClosedJournal() throws IOException {
    RunJournal journal = new LocalRunJournal(folder.resolve("r1.jsonl"), false);
    journal.append(EVENTS);
    journal.close();
    journal.close();
    assertThatThrownBy(() -> journal.append(EVENTS)).hasMessageContaining("is complete");
  }
}
