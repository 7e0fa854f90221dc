package dev.lockstep.system;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.util.Optional;

/** The design's example of a schema. */
@SecretSchema("warehouse")
interface Warehouse {
  URI url();

  @Key(masked = false)
  String username();

  SecretValue password();

  Optional<SecretValue> token();

  default int port() {
    return 5432;
  }
}
