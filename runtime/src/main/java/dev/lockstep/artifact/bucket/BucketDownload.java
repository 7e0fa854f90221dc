package dev.lockstep.artifact.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from a bucket. When the connection is cut it goes on where it was; at its end
 * its sum is compared with the one that the service keeps.
 */
public abstract class BucketDownload extends InputStream {
  private final String uri;
  private final String service;
  private final long length;
  private final ObjectSum sum;
  private final int attempts;
  private @Nullable InputStream body;
  private long place;
  private boolean checked;
  private boolean closed;

  /**
   * Begins with the answer that has the whole file.
   *
   * @param object the name of the file's object
   * @param length its bytes
   * @param sum what has come has to agree with
   * @param attempts how often the rest is asked for, at most, without anything coming
   * @param body what the answer holds; null when that is nothing
   */
  protected BucketDownload(
      BucketLocation location,
      String object,
      long length,
      ObjectSum sum,
      int attempts,
      @Nullable InputStream body) {
    this.uri = location.uri(object);
    this.service = location.service();
    this.length = length;
    this.sum = sum;
    this.attempts = attempts;
    this.body = body;
  }

  /** Asks for the rest of the file, as it was when its download began; null when none comes. */
  protected abstract @Nullable InputStream rest(long place) throws IOException;

  /**
   * Lets go of the last answer.
   *
   * @param whole whether all of it was read; else the connection has to end, which would be read to
   *     the end of the file if it were closed
   */
  protected abstract void release(boolean whole) throws IOException;

  /** What to say when the service cannot be reached for a reason. */
  protected abstract IOException unreachable(String reason);

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int size) throws IOException {
    Objects.checkFromIndexSize(offset, size, bytes.length);
    if (closed) {
      throw new IOException("The file '" + uri + "' is closed.");
    }
    if (size == 0) {
      return 0;
    }
    if (place == length) {
      return end();
    }
    for (int cuts = 1; ; cuts++) {
      int read = readSome(bytes, offset, (int) Math.min(size, length - place));
      if (read > 0) {
        sum.update(bytes, offset, read);
        place += read;
        return read;
      }
      if (cuts >= attempts) {
        throw unreachable("the transfer is cut again and again");
      }
      if (cuts > 1) {
        Pause.after(cuts, null);
      }
      body = null;
      release(false);
      body = rest(place);
    }
  }

  /** How many bytes were read; none or less when the transfer was cut. */
  private int readSome(byte[] bytes, int offset, int size) {
    if (body == null) {
      return -1;
    }
    try {
      return body.read(bytes, offset, size);
    } catch (IOException | RuntimeException e) {
      return -1; // Clients have exceptions of their own for what a connection does.
    }
  }

  private int end() throws IOException {
    if (!checked && !sum.isAsExpected()) {
      throw new IOException(
          uri
              + " was damaged on its way: its sum is not the one that "
              + service
              + " keeps. Fix: run it again.");
    }
    checked = true;
    return -1;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    release(place == length);
  }
}
