package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  @Key(pattern = "[a-") // here
  String url();
}
