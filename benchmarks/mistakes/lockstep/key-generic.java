package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  <T> String url(); // here
}
