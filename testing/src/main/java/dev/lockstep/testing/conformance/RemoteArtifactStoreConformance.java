package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.ArtifactFiles.assertMissing;
import static dev.lockstep.testing.conformance.ArtifactFiles.bytes;
import static dev.lockstep.testing.conformance.ArtifactFiles.read;
import static dev.lockstep.testing.conformance.ArtifactFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.artifact.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every {@link ArtifactStore} that is reached over a network has to do, beyond what all have
 * to: it bears what networks and services do to it, and says clearly what it cannot bear.
 */
public abstract class RemoteArtifactStoreConformance extends ArtifactStoreConformance {
  /** What is wrong between a store and its back end. */
  public enum Trouble {
    /** Nothing answers at the store's address. */
    UNREACHABLE,
    /** The back end refuses the credentials. */
    DENIED,
    /** The first two answers are that the service is busy. */
    BUSY_AT_FIRST,
    /** The service is always busy. */
    BUSY,
    /** Each transfer of a file's content from the back end ends after half of what is left. */
    CUT_DOWNLOADS,
    /** A file's content arrives with a byte that is not as it was stored. */
    DAMAGED_DOWNLOADS,
    /** The back end accepts the first bytes of a large file, and refuses what comes then. */
    REFUSED_UPLOADS
  }

  /** For the test class that extends it. */
  protected RemoteArtifactStoreConformance() {}

  /**
   * Makes a store whose back end is in trouble.
   *
   * @param scope as in {@link #store(String)}
   */
  protected abstract ArtifactStore store(String scope, Trouble trouble) throws Exception;

  /** What must occur in no message: the credentials that the store was given. */
  protected abstract List<String> confidential();

  private ArtifactStore open(Trouble trouble) throws Exception {
    return files().closedLater(store("conformance", trouble));
  }

  @Test
  public final void anUnreachableBackEndIsToldFromAMissingFile() throws Exception {
    assertEveryCallFails(open(Trouble.UNREACHABLE));
  }

  @Test
  public final void aBackEndThatDeniesIsToldFromAMissingFile() throws Exception {
    assertEveryCallFails(open(Trouble.DENIED));
  }

  @Test
  public final void aBackEndThatStaysBusyIsTold() throws Exception {
    assertEveryCallFails(open(Trouble.BUSY));
  }

  @Test
  public final void aBackEndThatIsBusyForAMomentIsAskedAgain() throws Exception {
    ArtifactStore store = open(Trouble.BUSY_AT_FIRST);
    try (OutputStream out = store.create(files().path("large"))) {
      Content.write(out, files().large());
    }
    write(store, files().path("small"), bytes("x"));
    try (InputStream in = store.open(files().path("large"))) {
      Content.check(in, files().large());
    }
    assertArrayEquals(bytes("x"), read(store, files().path("small")));
    store.delete(files().path("small"));
    assertMissing(store, files().path("small"));
  }

  @Test
  public final void aDownloadThatIsCutIsResumedOrFails() throws Exception {
    try (OutputStream out = files().store().create(files().path("cut"))) {
      Content.write(out, files().large());
    }
    try (InputStream in = open(Trouble.CUT_DOWNLOADS).open(files().path("cut"))) {
      Content.check(in, files().large());
    } catch (IOException e) {
      assertTold(e);
    }
  }

  @Test
  public final void aDownloadThatIsDamagedFails() throws Exception {
    write(files().store(), files().path("damaged"), bytes("0123456789".repeat(100)));
    ArtifactStore store = open(Trouble.DAMAGED_DOWNLOADS);
    assertTold(assertThrows(IOException.class, () -> read(store, files().path("damaged"))));
  }

  @Test
  public final void aWriteThatFailsLeavesNothing() throws Exception {
    ArtifactStore store = open(Trouble.REFUSED_UPLOADS);
    assertTold(
        assertThrows(
            IOException.class,
            () -> {
              try (OutputStream out = store.create(files().path("refused"))) {
                Content.write(out, files().large());
              }
            }));
    assertMissing(files().store(), files().path("refused"));
  }

  @Test
  public final void aWriteThatFailedDoesNotSucceedWhenItIsClosed() throws Exception {
    ArtifactStore store = open(Trouble.REFUSED_UPLOADS);
    OutputStream out = store.create(files().path("refused"));
    assertThrows(
        IOException.class,
        () -> {
          Content.write(out, files().large());
          out.close();
        });
    try {
      out.close();
    } catch (IOException e) {
      assertTold(e); // Said again or not, as the store likes.
    }
    assertMissing(files().store(), files().path("refused"));
  }

  private void assertEveryCallFails(ArtifactStore store) {
    List<Executable> calls =
        List.of(
            () -> write(store, files().path("small"), bytes("x")),
            () -> {
              try (OutputStream out = store.create(files().path("large"))) {
                Content.write(out, files().large());
              }
            },
            () -> read(store, files().path("small")),
            () -> store.delete(files().path("small")));
    for (Executable call : calls) {
      assertTold(assertThrows(IOException.class, call));
    }
  }

  /** That a failure is no missing file, says how to mend it, and shows nothing confidential. */
  private void assertTold(IOException failure) {
    assertFalse(failure instanceof NoSuchFileException, () -> "Not missing: " + failure);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains("Fix: "), () -> "Says how to mend it: " + message);
    for (Throwable each = failure; each != null; each = each.getCause()) {
      for (String text : confidential()) {
        assertFalse(String.valueOf(each).contains(text), "A message has something confidential.");
      }
    }
  }
}
