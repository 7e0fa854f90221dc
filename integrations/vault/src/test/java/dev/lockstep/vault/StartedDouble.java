package dev.lockstep.vault;

import dev.lockstep.testing.vault.VaultDouble;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The double, and a clock that goes with it. */
final class StartedDouble implements VaultUnderTest {
  private final VaultDouble vault;
  private Clock clock = Clock.systemUTC();

  StartedDouble() throws IOException {
    vault = VaultDouble.start();
  }

  VaultDouble vault() {
    return vault;
  }

  @Override
  public URI address() {
    return vault.address();
  }

  @Override
  public String rootToken() {
    return vault.rootToken();
  }

  @Override
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return clock.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
      }

      @Override
      public Instant instant() {
        return clock.instant();
      }
    };
  }

  @Override
  public void pass(Duration time) {
    vault.passTime(time);
    clock = Clock.offset(clock, time);
  }

  @Override
  public void close() {
    vault.close();
  }
}
