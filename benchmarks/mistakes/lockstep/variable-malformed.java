package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  @Key(env = "A-B") // here
  String url();
}
