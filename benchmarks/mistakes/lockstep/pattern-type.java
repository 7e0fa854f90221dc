package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  @Key(pattern = "[0-9]+") // here
  int port();
}
