package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  void url(); // here
}
