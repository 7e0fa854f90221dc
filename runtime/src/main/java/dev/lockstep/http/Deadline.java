package dev.lockstep.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a request that is not answered in time, also when the head of its answer comes so slowly
 * that no single wait is too long; the body is read by {@link #readAll}. A thread of its own for
 * each request: the JDK has nothing that would do it otherwise.
 */
public final class Deadline implements AutoCloseable {
  private final long end;
  private final Thread thread;

  private Deadline(HttpURLConnection connection, Duration time) {
    this.end = System.nanoTime() + time.toNanos();
    this.thread = new Thread(() -> await(connection), "lockstep-deadline");
    thread.setDaemon(true);
  }

  /** Begins to wait for the end of a request over a connection. */
  public static Deadline of(HttpURLConnection connection, Duration time) {
    Deadline deadline = new Deadline(connection, time);
    deadline.thread.start();
    return deadline;
  }

  private void await(HttpURLConnection connection) {
    try {
      TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
    } catch (InterruptedException e) {
      return; // The request has ended before.
    }
    connection.disconnect();
  }

  /**
   * Reads a body to its end, so that its connection can be used again.
   *
   * @param most how many bytes it may have
   * @throws SocketTimeoutException when the time is over before
   * @throws IOException also when it is longer
   */
  public byte[] readAll(InputStream body, int most) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      all.write(buffer, 0, count);
      if (all.size() > most) {
        throw new IOException("The answer is too long.");
      }
      if (end - System.nanoTime() < 0) {
        throw new SocketTimeoutException();
      }
    }
    return all.toByteArray();
  }

  /** The request has come to its end. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
