package dev.lockstep.testing.conformance;

import static dev.lockstep.testing.conformance.ArtifactFiles.assertMissing;
import static dev.lockstep.testing.conformance.ArtifactFiles.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written to a file, and when and how it is read. */
interface ArtifactContentCases extends ArtifactCases {
  @Test
  default void whatWasWrittenIsRead() throws IOException {
    files().write("a", bytes("content"));
    assertArrayEquals(bytes("content"), files().read("a"));
  }

  @Test
  default void anEmptyFileIsAFile() throws IOException {
    files().write("empty", new byte[0]);
    assertArrayEquals(new byte[0], files().read("empty"));
  }

  @Test
  default void aLargeFileComesBackAsItWas() throws IOException {
    try (OutputStream out = files().create("large")) {
      Content.write(out, files().large());
    }
    try (InputStream in = files().open("large")) {
      Content.check(in, files().large());
    }
  }

  @Test
  default void filesOfAllSizesAroundAPartComeBack() throws IOException {
    for (int size : List.of(1, 8191, 8192, 8193, (5 << 20) - 1, 5 << 20, (8 << 20) + 1)) {
      try (OutputStream out = files().create("size-" + size)) {
        Content.write(out, size);
      }
      try (InputStream in = files().open("size-" + size)) {
        Content.check(in, size);
      }
    }
  }

  @Test
  default void singleBytesAndSlicesAreWrittenInTheirOrder() throws IOException {
    byte[] slice = bytes("0123456789");
    try (OutputStream out = files().create("mixed")) {
      out.write('a');
      out.write(slice, 3, 4);
      out.flush();
      out.write('z');
    }
    assertArrayEquals(bytes("a3456z"), files().read("mixed"));
  }

  @Test
  default void aFileIsNotThereBeforeItIsClosed() throws IOException {
    OutputStream out = files().create("later");
    Content.write(out, files().large());
    out.flush();
    files().assertMissing("later");
    out.close();
    try (InputStream in = files().open("later")) {
      Content.check(in, files().large());
    }
  }

  @Test
  default void aFileThatIsNeverClosedLeavesNothing() throws Exception {
    OutputStream abandoned = files().create("abandoned");
    Content.write(abandoned, files().large());
    files().assertMissing("abandoned");
    assertMissing(files().store("conformance"), files().path("abandoned"));

    files().write("abandoned", bytes("the next attempt"));
    assertArrayEquals(bytes("the next attempt"), files().read("abandoned"));
  }

  @Test
  default void aSecondCloseChangesNothing() throws IOException {
    OutputStream out = files().create("twice");
    out.write(bytes("first"));
    out.close();
    files().write("twice", bytes("second"));
    out.close();
    assertArrayEquals(bytes("second"), files().read("twice"));
  }

  @Test
  default void aFileThatWasWrittenAgainHasTheNewContent() throws IOException {
    files().write("again", bytes("the first, which is longer"));
    files().write("again", bytes("the second"));
    assertArrayEquals(bytes("the second"), files().read("again"));
  }

  @Test
  default void aReaderNeverSeesAMixtureOfOldAndNew() throws IOException {
    byte[] old = new byte[files().large()];
    Arrays.fill(old, (byte) 'o');
    byte[] changed = new byte[files().large()];
    Arrays.fill(changed, (byte) 'n');
    files().write("replaced", old);
    try (InputStream in = files().open("replaced")) {
      int first = in.read();
      files().write("replaced", changed);
      byte[] rest;
      try {
        rest = in.readAllBytes();
      } catch (IOException e) {
        return; // A store may say that the file has changed under its reader.
      }
      assertEquals(old.length - 1, rest.length);
      for (byte each : rest) {
        assertEquals(first, each);
      }
    }
  }

  @Test
  default void readersThatStopEarlyHoldNothingUp() throws IOException {
    try (OutputStream out = files().create("large")) {
      Content.write(out, files().large());
    }
    for (int i = 0; i < 100; i++) {
      try (InputStream in = files().open("large")) {
        assertEquals(Content.at(0), (byte) in.read());
      }
    }
  }
}
