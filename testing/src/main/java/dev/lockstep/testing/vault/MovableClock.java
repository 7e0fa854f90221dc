package dev.lockstep.testing.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time, and what was added to it. */
final class MovableClock extends Clock {
  private final Clock real;
  private volatile Duration moved = Duration.ZERO;

  MovableClock(Clock real) {
    this.real = real;
  }

  void move(Duration time) {
    moved = moved.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(real.withZone(zone));
  }

  @Override
  public Instant instant() {
    return real.instant().plus(moved);
  }
}
