package shop;

import dev.lockstep.Key;
import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.util.Optional;

/** How to reach the warehouse. */
@SecretSchema("warehouse")
interface Warehouse {
  URI url();

  @Key(masked = false)
  String username();

  SecretValue password();

  Optional<SecretValue> token();
}
