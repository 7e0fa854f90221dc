package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  @Key(env = "LD_PRELOAD") // here
  String url();
}
