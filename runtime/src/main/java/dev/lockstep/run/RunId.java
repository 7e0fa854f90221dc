package dev.lockstep.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Makes identifiers of runs: the time, so that they sort, and five characters against clashes. */
final class RunId {
  /** Without letters and digits that people confuse. */
  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

  private static final int SUFFIX = 5;

  private RunId() {}

  /** Such as {@code 20261121-214502-k7f3q}, in UTC. */
  static String next(Instant now) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder id = new StringBuilder(24);
    id.append(time.getYear());
    append(id, time.getMonthValue());
    append(id, time.getDayOfMonth());
    id.append('-');
    append(id, time.getHour());
    append(id, time.getMinute());
    append(id, time.getSecond());
    id.append('-');
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < SUFFIX; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  private static void append(StringBuilder id, int twoDigits) {
    id.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
  }
}
