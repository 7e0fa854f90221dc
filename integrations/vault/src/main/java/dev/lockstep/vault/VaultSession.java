package dev.lockstep.vault;

import dev.lockstep.secret.provider.ProviderFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Has a token ready: logs in at the first request, renews when most of the token's time is over,
 * and logs in again when it cannot be renewed any more. All of it when a request is made, so that
 * no thread is needed. A token that lasts still is used, although the server cannot renew it now.
 */
final class VaultSession {
  /** A process that lives shorter needs not ask how long its token lasts. */
  private static final Duration ASK_AFTER = Duration.ofMinutes(1);

  private static final String SELF = "auth/token/";

  private final VaultLogin login;
  private final VaultHttp http;
  private final Clock clock;
  private @Nullable VaultToken current;
  private boolean asked;

  VaultSession(VaultLogin login, VaultHttp http, Clock clock) {
    this.login = login;
    this.http = http;
    this.clock = clock;
    this.asked = login.tellsHowLong();
  }

  /** The token for the next request. */
  synchronized String token() throws ProviderFailure {
    Instant now = clock.instant();
    VaultToken token = current;
    if (token == null) {
      return loggedIn(now).id();
    }
    if (!asked && !now.isBefore(token.issued().plus(ASK_AFTER))) {
      token = described(token, now);
      current = token;
    }
    if (token.isSpent(now)) {
      return loggedIn(now).id();
    }
    if (token.isOld(now) && token.renewable()) {
      token = renewed(token, now);
      current = token;
    }
    return token.id();
  }

  /**
   * Another token, after the server has refused one: when that one has ended before its time.
   *
   * @return null when the token is in order, so that it is a permission that lacks
   */
  synchronized @Nullable String afterRefusal(String refused) throws ProviderFailure {
    VaultToken token = current;
    if (token != null && !token.id().equals(refused)) {
      return token.id(); // Another thread was here before.
    }
    Instant now = clock.instant();
    if (login.tellsHowLong() && isKnown(refused)) {
      return null;
    }
    String fresh = loggedIn(now).id();
    return fresh.equals(refused) ? null : fresh;
  }

  private VaultToken loggedIn(Instant now) throws ProviderFailure {
    VaultToken token = login.login(http, now);
    current = token;
    asked = login.tellsHowLong();
    return token;
  }

  private boolean isKnown(String token) throws ProviderFailure {
    VaultResponse response = http.send("GET", SELF + "lookup-self", token, null);
    if (response.isSuccess()) {
      return true;
    }
    if (response.status() == 403) {
      return false;
    }
    throw VaultFailures.of(response, "GET", SELF + "lookup-self");
  }

  /** Asks once; a token that may not look at itself is used until it is refused. */
  private VaultToken described(VaultToken token, Instant now) throws ProviderFailure {
    VaultResponse response = http.send("GET", SELF + "lookup-self", token.id(), null);
    if (!response.isSuccess() && response.status() != 403) {
      return token; // Asked again with the next request.
    }
    asked = true;
    return response.isSuccess() ? token.described(response, now) : token;
  }

  private VaultToken renewed(VaultToken token, Instant now) throws ProviderFailure {
    VaultResponse response = http.send("POST", SELF + "renew-self", token.id(), "{}");
    if (response.isSuccess()) {
      VaultToken renewed = VaultToken.of(response, now);
      // At its longest life a token is renewed to what is left of it.
      return endsLater(renewed, token)
          ? renewed
          : new VaultToken(renewed.id(), now, renewed.lasts(), false);
    }
    if (response.status() == 400 || response.status() == 403) {
      return login.tellsHowLong()
          ? loggedIn(now)
          : new VaultToken(token.id(), token.issued(), token.lasts(), false);
    }
    return token; // Tried again with the next request, until it is spent.
  }

  private static boolean endsLater(VaultToken renewed, VaultToken before) {
    if (renewed.lasts() == null || before.lasts() == null) {
      return true;
    }
    // Whole seconds: what ends at the same moment may look a second later.
    Instant end = before.issued().plus(before.lasts()).plusSeconds(1);
    return renewed.issued().plus(renewed.lasts()).isAfter(end);
  }
}
