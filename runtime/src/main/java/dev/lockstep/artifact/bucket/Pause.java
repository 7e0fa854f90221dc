package dev.lockstep.artifact.bucket;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The time between two attempts at a call. */
public final class Pause {
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 10_000;

  private Pause() {}

  /**
   * Waits, the longer the more attempts there were, and never as long as others do.
   *
   * @param attempts those that were made
   * @param asked for how long the service asks to wait, if it does; 10 seconds are the longest
   * @throws InterruptedIOException when the thread is interrupted
   */
  public static void after(int attempts, @Nullable Duration asked) throws InterruptedIOException {
    int longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(attempts - 1, 10));
    long millis = ThreadLocalRandom.current().nextInt(longest / 2, longest + 1);
    if (asked != null) {
      millis = Math.min(LONGEST_MILLIS, Math.max(millis, asked.toMillis()));
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted between two calls of an artifact store.");
    }
  }
}
