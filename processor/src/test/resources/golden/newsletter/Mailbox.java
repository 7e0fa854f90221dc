package golden.newsletter;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;

@SecretSchema("mailbox")
public interface Mailbox {
  @Key(masked = false)
  String user();

  SecretValue password();

  default int port() {
    return 587;
  }
}
