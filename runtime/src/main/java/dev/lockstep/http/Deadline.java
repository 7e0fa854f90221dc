package dev.lockstep.http;

import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a request that is not answered in time, also when the head of its answer comes so slowly
 * that no single wait is too long. Who reads the body after it has to look at {@link #isOver}
 * between two reads. A thread of its own for each request: the JDK has nothing that would do it
 * otherwise.
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

  /** Whether the time is over. */
  public boolean isOver() {
    return end - System.nanoTime() < 0;
  }

  /** The request has come to its end. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
