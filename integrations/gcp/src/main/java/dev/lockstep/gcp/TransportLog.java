package dev.lockstep.gcp;

import com.google.api.client.http.HttpTransport;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what passes between us and Secret Manager out of logs. At the level {@code CONFIG} Google's
 * HTTP client logs whole requests and answers, payloads and tokens among them, and a value cannot
 * be masked before it has arrived. Its client for Secret Manager cannot be told to stop, so the
 * records are dropped that come from our own threads; an application's other clients log as before.
 */
final class TransportLog {
  /** What the names of our threads begin with. */
  static final String THREADS = "lockstep-gcp";

  private TransportLog() {}

  /** Drops such records from now on; again it does nothing. */
  static void keepOutSecrets() {
    Logger logger = Logger.getLogger(HttpTransport.class.getName());
    // All of the process that change it do so here; a class may be there twice.
    synchronized (logger) {
      Filter before = logger.getFilter();
      if (!(before instanceof OfOthers)) {
        logger.setFilter(new OfOthers(before));
      }
    }
  }

  private record OfOthers(@Nullable Filter before) implements Filter {
    @Override
    public boolean isLoggable(LogRecord logged) {
      return !Thread.currentThread().getName().startsWith(THREADS)
          && (before == null || before.isLoggable(logged));
    }
  }
}
