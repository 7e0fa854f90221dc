package dev.lockstep.http;

import java.util.List;
import java.util.Locale;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps credentials out of the JDK's log of HTTP connections. At the level {@code FINE} it writes
 * the headers of every request, tokens among them, which no masking knows: they were given out a
 * moment ago. Only records with such headers are dropped; an application's others stay.
 */
final class ConnectionLog {
  /** Held, because loggers that nobody holds are collected with their filters. */
  private static final Logger JDK = Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");

  /**
   * What a record with credentials has in it, as the JDK writes headers, in small letters. {@code
   * upload_id} is all that is needed to write to a resumable upload.
   */
  private static final List<String> CREDENTIALS =
      List.of(
          "authorization: ",
          "x-vault-token: ",
          "x-amz-security-token: ",
          "x-aws-ec2-metadata-token: ",
          "x-identity-header: ",
          "{secret: ",
          "upload_id");

  private ConnectionLog() {}

  /** Drops such records from now on; again it does nothing. */
  static synchronized void keepOutCredentials() {
    Filter before = JDK.getFilter();
    if (!(before instanceof WithoutCredentials)) {
      JDK.setFilter(new WithoutCredentials(before));
    }
  }

  private record WithoutCredentials(@Nullable Filter before) implements Filter {
    @Override
    public boolean isLoggable(LogRecord logged) {
      String text = String.valueOf(logged.getMessage()).toLowerCase(Locale.ROOT);
      for (String credential : CREDENTIALS) {
        if (text.contains(credential)) {
          return false;
        }
      }
      return before == null || before.isLoggable(logged);
    }
  }
}
