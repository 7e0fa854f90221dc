package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url(int port); // here
}
