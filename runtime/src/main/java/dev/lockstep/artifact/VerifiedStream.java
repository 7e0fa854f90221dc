package dev.lockstep.artifact;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;

/**
 * Reads a file of an artifact and, at its end, compares it with what was written. A reader that
 * stops early sees no error, but has not seen anything past what it read either.
 */
final class VerifiedStream extends FilterInputStream {
  private final DigestInputStream digested;
  private final ArtifactFile expected;
  private final String location;
  private boolean checked;

  VerifiedStream(InputStream in, ArtifactFile expected, String location) {
    this(new DigestInputStream(in, ArtifactRecorder.sha256()), expected, location);
  }

  private VerifiedStream(DigestInputStream digested, ArtifactFile expected, String location) {
    super(digested);
    this.digested = digested;
    this.expected = expected;
    this.location = location;
  }

  @Override
  public int read() throws IOException {
    return check(super.read());
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return check(super.read(bytes, offset, length));
  }

  /** Reads what it skips: every byte counts for the sum. */
  @Override
  public long skip(long count) throws IOException {
    byte[] skipped = new byte[(int) Math.min(count, 8192)];
    long done = 0;
    while (done < count) {
      int read = read(skipped, 0, (int) Math.min(skipped.length, count - done));
      if (read < 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int check(int read) throws IOException {
    if (read < 0 && !checked) {
      checked = true;
      String sum = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      if (!sum.equals(expected.sha256())) {
        throw new IOException(
            "The file " + location + " is not what the step wrote: it was changed or damaged.");
      }
    }
    return read;
  }
}
