package dev.lockstep.vault;

import dev.lockstep.json.JsonFormatException;
import dev.lockstep.json.JsonObject;
import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token and how long it lasts.
 *
 * @param id confidential
 * @param issued when it was given or renewed, or when it was asked how long it lasts
 * @param lasts how long from then, or null when that is not known or for ever
 * @param renewable false for batch tokens, and where the server says so
 */
record VaultToken(String id, Instant issued, @Nullable Duration lasts, boolean renewable) {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(10);

  /** A token of which nothing is known. */
  static VaultToken unknown(String id, Instant now) {
    return new VaultToken(id, now, null, false);
  }

  /** What a login or a renewal answered. */
  static VaultToken of(VaultResponse response, Instant now) throws ProviderFailure {
    JsonObject body = response.json();
    try {
      JsonObject auth = body.object("auth");
      String id = auth.string("client_token");
      if (!VaultHttp.isVisible(id)) {
        throw VaultFailures.senseless(response.status());
      }
      long seconds = auth.number("lease_duration", 0);
      return new VaultToken(
          id,
          now,
          seconds <= 0 ? null : Duration.ofSeconds(seconds),
          auth.flag("renewable", false) && !auth.string("token_type", "").equals("batch"));
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.status());
    }
  }

  /** The same token, with what the server says of it. */
  VaultToken described(VaultResponse response, Instant now) throws ProviderFailure {
    JsonObject body = response.json();
    try {
      JsonObject data = body.object("data");
      long seconds = data.number("ttl", 0);
      return new VaultToken(
          id,
          now,
          seconds <= 0 ? null : Duration.ofSeconds(seconds),
          data.flag("renewable", false));
    } catch (JsonFormatException e) {
      throw VaultFailures.senseless(response.status());
    }
  }

  /** Whether it has ended, or would before an answer. */
  boolean isSpent(Instant now) {
    if (lasts == null) {
      return false;
    }
    Duration tenth = lasts.dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    return !now.isBefore(issued.plus(lasts).minus(margin));
  }

  /** Whether two thirds of its time are over. */
  boolean isOld(Instant now) {
    return lasts != null && !now.isBefore(issued.plus(lasts.multipliedBy(2).dividedBy(3)));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "VaultToken[lasts=" + lasts + ", renewable=" + renewable + "]";
  }
}
