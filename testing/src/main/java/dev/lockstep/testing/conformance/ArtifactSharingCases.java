package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.ArtifactFiles.assertMissing;
import static dev.lockstep.testing.conformance.ArtifactFiles.bytes;
import static dev.lockstep.testing.conformance.ArtifactFiles.read;
import static dev.lockstep.testing.conformance.ArtifactFiles.together;
import static dev.lockstep.testing.conformance.ArtifactFiles.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.artifact.ArtifactStore;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Several stores and several threads over one back end. */
interface ArtifactSharingCases extends ArtifactCases {
  @Test
  default void storesOfDifferentScopesNeverMeet() throws Exception {
    ArtifactStore one = files().store("team");
    ArtifactStore other = files().store("team-2");
    write(one, files().path("file"), bytes("one"));
    assertMissing(other, files().path("file"));
    write(other, files().path("file"), bytes("other"));
    one.delete(files().top());
    assertMissing(one, files().path("file"));
    assertArrayEquals(bytes("other"), read(other, files().path("file")));
  }

  @Test
  default void anotherStoreOfTheSameScopeReadsWhatWasWritten() throws Exception {
    files().write("shared", bytes("x"));
    assertArrayEquals(bytes("x"), read(files().store("conformance"), files().path("shared")));
  }

  @Test
  default void severalThreadsWriteAndReadAtOnce() throws Exception {
    together(
        8,
        64,
        i -> {
          byte[] content = bytes("content of " + i + " ".repeat(i * 100));
          files().write("threads/" + i, content);
          assertArrayEquals(content, files().read("threads/" + i));
        });
  }

  @Test
  default void ofTwoWritersOfOneFileOneWinsWhole() throws Exception {
    together(
        4,
        16,
        i -> {
          byte[] content = new byte[100_000];
          Arrays.fill(content, (byte) ('a' + i));
          files().write("contended", content);
          try {
            assertAlike(content.length, files().read("contended"));
          } catch (IOException e) {
            // A store may say that the file has changed under its reader.
          }
        });
    assertAlike(100_000, files().read("contended"));
  }

  /** So many bytes, all the same. */
  private static void assertAlike(int length, byte[] content) {
    assertEquals(length, content.length);
    for (byte each : content) {
      assertEquals(content[0], each);
    }
  }
}
