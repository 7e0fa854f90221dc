package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url() throws java.io.IOException; // here
}
