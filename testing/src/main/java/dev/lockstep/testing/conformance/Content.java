package dev.lockstep.testing.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes that are known by their place, so that large files need not be held to be compared. */
final class Content {
  /** A prime, so that no two parts of a file begin alike. */
  private static final int PERIOD = 65_521;

  private static final byte[] BLOCK = block();

  private Content() {}

  private static byte[] block() {
    byte[] block = new byte[PERIOD];
    for (int i = 0; i < PERIOD; i++) {
      block[i] = at(i);
    }
    return block;
  }

  static byte at(int place) {
    int i = place % PERIOD;
    return (byte) (i * 31 ^ i >> 8);
  }

  static void write(OutputStream out, int size) throws IOException {
    for (int written = 0; written < size; written += PERIOD) {
      out.write(BLOCK, 0, Math.min(PERIOD, size - written));
    }
  }

  /** Fails unless the stream has exactly these bytes. */
  static void check(InputStream in, int size) throws IOException {
    byte[] buffer = new byte[PERIOD];
    int place = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      for (int i = 0; i < read; i++, place++) {
        if (buffer[i] != BLOCK[place % PERIOD]) {
          assertEquals(BLOCK[place % PERIOD], buffer[i], "the byte at " + place);
        }
      }
    }
    assertEquals(size, place, "the size of the file");
  }
}
