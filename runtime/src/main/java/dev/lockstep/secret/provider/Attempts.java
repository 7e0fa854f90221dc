package dev.lockstep.secret.provider;

import dev.lockstep.secret.InvalidSecretException;
import dev.lockstep.secret.SecretAccessDeniedException;
import dev.lockstep.secret.SecretsManagerException;
import dev.lockstep.secret.SecretsThrottledException;
import dev.lockstep.secret.SecretsUnreachableException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls a provider until it answers, at most as often as the component says, with a pause before
 * each further call that doubles and varies, so that many processes do not come back at once. Our
 * own, because every step starts through it: a library for retries would be the larger part of what
 * is loaded.
 */
final class Attempts {
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final String component;
  private final int most;

  Attempts(String component, int most) {
    this.component = component;
    this.most = most;
  }

  /** One call of the provider. */
  interface Call<T> {
    /**
     * Calls.
     *
     * @param unanswered whether an earlier attempt got no answer, so that what it asked may have
     *     been done
     */
    T make(boolean unanswered) throws ProviderFailure;
  }

  /**
   * Makes a call.
   *
   * @param doing what it does, such as {@code reading the secret 'aws'}
   * @throws SecretsManagerException of the type that tells what kind of failure it was
   */
  <T> T make(String doing, Call<T> call) {
    boolean unanswered = false;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.make(unanswered);
      } catch (ProviderFailure failure) {
        if (!failure.isWorthARetry() || attempt >= most || !pause(failure, attempt)) {
          throw translated(doing, failure, attempt);
        }
        unanswered |= failure.mayHaveBeenDone();
      }
    }
  }

  /** Waits; false when the thread was interrupted, which ends the operation. */
  private static boolean pause(ProviderFailure failure, int attempt) {
    long longest = FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10);
    long millis = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    Duration asked = failure.retryAfter();
    if (asked != null) {
      // Compared as a duration: a server may ask for more milliseconds than a long can count.
      // What is asked for comes on top, so that not all that were told the same come back at once.
      millis =
          asked.compareTo(LONGEST_PAUSE) >= 0
              ? LONGEST_PAUSE.toMillis()
              : millis + asked.toMillis();
    }
    try {
      TimeUnit.MILLISECONDS.sleep(Math.min(millis, LONGEST_PAUSE.toMillis()));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private SecretsManagerException translated(String doing, ProviderFailure failure, int attempts) {
    String tried = attempts == 1 ? "" : ", " + attempts + " times";
    String start = "Secrets manager '" + component + "'";
    return switch (failure.kind()) {
      case DENIED ->
          new SecretAccessDeniedException(
              start
                  + " was refused when "
                  + doing
                  + ": "
                  + failure.detail()
                  + ". Fix: "
                  + otherwise(failure.fix(), "check its credentials and what they may do"));
      case THROTTLED ->
          new SecretsThrottledException(
              start
                  + " was asked to slow down"
                  + tried
                  + " when "
                  + doing
                  + ": "
                  + failure.detail()
                  + ". Fix: "
                  + otherwise(failure.fix(), "try again later, or run fewer steps at once"));
      case UNREACHABLE ->
          new SecretsUnreachableException(
              start
                  + " got no answer"
                  + tried
                  + " when "
                  + doing
                  + ": "
                  + failure.detail()
                  + ". Fix: "
                  + otherwise(
                      failure.fix(),
                      "check the network and the component's attributes: lockstep secrets-manager"
                          + " describe "
                          + component));
      case INVALID ->
          new InvalidSecretException(
              start
                  + " was told that something is not allowed when "
                  + doing
                  + ": "
                  + failure.detail()
                  + "."
                  + (failure.fix().isEmpty() ? "" : " Fix: " + failure.fix()));
    };
  }

  private static String otherwise(@Nullable String fix, String general) {
    return fix == null || fix.isEmpty() ? general : fix;
  }
}
