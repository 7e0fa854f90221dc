package dev.lockstep.secret.provider;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Why a request got no answer, in our words: a client's own may quote what was sent. */
public final class Unanswered {
  /** Chains of causes end before that, or are rings. */
  private static final int LONGEST_CHAIN = 20;

  private Unanswered() {}

  /**
   * What kept an answer away.
   *
   * @param failure what a client threw, with its causes
   * @return a clause for {@link ProviderFailure#detail}, or null when it is none of the usual
   *     things
   */
  public static @Nullable String why(Throwable failure) {
    int depth = 0;
    for (Throwable each = failure; each != null && depth < LONGEST_CHAIN; each = each.getCause()) {
      if (each instanceof UnknownHostException) {
        return "there is no host of that name";
      }
      if (each instanceof ConnectException || each instanceof NoRouteToHostException) {
        return "nothing listens at the address";
      }
      if (each instanceof SocketTimeoutException) {
        return "none came in time";
      }
      depth++;
    }
    return null;
  }
}
