package golden.secrets;

import dev.lockstep.SecretSchema;
import dev.lockstep.secret.SecretValue;
import java.net.URI;
import java.util.Optional;

@SecretSchema("warehouse")
public interface Warehouse {
  URI url();

  String username();

  SecretValue password();

  Optional<SecretValue> token();

  default int port() {
    return 5432;
  }
}
