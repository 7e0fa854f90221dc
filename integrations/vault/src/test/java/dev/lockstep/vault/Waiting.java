package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks again and again, for a while. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 20_000_000;

  private Waiting() {}

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the end of " + PATIENCE).isLessThan(end);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
