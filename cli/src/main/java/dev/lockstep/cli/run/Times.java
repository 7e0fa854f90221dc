package dev.lockstep.cli.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Times as people read them, without the formatter, which takes long to load. */
final class Times {
  private Times() {}

  /** Such as {@code 2026-11-21 22:14:05}, in the zone of this machine; a hyphen for null. */
  static String local(@Nullable Instant time) {
    if (time == null) {
      return "-";
    }
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    return local.toLocalDate()
        + " "
        + two(local.getHour())
        + ":"
        + two(local.getMinute())
        + ":"
        + two(local.getSecond());
  }

  /** Such as {@code 0.3 s} or {@code 4 min 12 s}; a hyphen when either end is missing. */
  static String between(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null) {
      return "-";
    }
    long millis = Duration.between(from, to).toMillis();
    long seconds = millis / 1000;
    if (seconds < 60) {
      return seconds + "." + millis % 1000 / 100 + " s";
    }
    long minutes = seconds / 60;
    return minutes < 60
        ? minutes + " min " + seconds % 60 + " s"
        : minutes / 60 + " h " + minutes % 60 + " min";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
