package __PACKAGE__;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;

/** What the secret "mailbox" looks like: one method per key. */
@SecretSchema("mailbox")
public interface Mailbox {
  @Key(masked = false)
  String user();

  /** Masked everywhere; shows itself to who asks with {@code reveal()}. */
  SecretValue password();

  default int port() {
    return 587;
  }
}
