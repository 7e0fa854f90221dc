package dev.lockstep.azure;

import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a vault to finish deleting, purging or recovering, up to a limit in all. */
final class Patience {
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final long end;
  private long pause = FIRST_PAUSE_MILLIS;

  Patience(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  /**
   * Waits a little, each time longer.
   *
   * @param refusal what the vault says of the name meanwhile
   * @throws ProviderFailure when the limit is reached
   */
  void pause(VaultRefusal refusal) throws ProviderFailure {
    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new VaultRefusal(VaultRefusal.State.IN_BETWEEN, String.valueOf(refusal.getMessage()))
          .asFailure();
    }
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(pause, left));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderFailure(ProviderFailure.Kind.UNREACHABLE, "interrupted", "");
    }
    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
  }
}
