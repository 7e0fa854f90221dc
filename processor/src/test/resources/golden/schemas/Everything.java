package golden.schemas;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Keys of every type: required, optional, and with defaults. */
@SecretSchema(value = "everything", description = "A \"secret\" of every kind.")
public interface Everything extends Named {
  enum Mode {
    FAST,
    SAFE
  }

  @Key(masked = false, description = "Who signs in.")
  String username();

  SecretValue password();

  @Key(value = "client-pin", env = "PIN", pattern = "[0-9]{4}")
  char[] pin();

  byte[] certificate();

  boolean ssl();

  int port();

  long size();

  double ratio();

  URI url();

  Path file();

  Duration pause();

  Mode mode();

  Optional<String> nickname();

  Optional<char[]> oldPin();

  Optional<Integer> retries();

  Optional<Mode> otherMode();

  default byte[] salt() {
    return new byte[8];
  }

  default long limit() {
    return 10;
  }

  default Optional<Duration> timeout() {
    return Optional.of(Duration.ofSeconds(5));
  }

  /** No key. */
  static boolean isLocal(Everything secret) {
    return secret.url().getHost().equals("localhost");
  }
}
