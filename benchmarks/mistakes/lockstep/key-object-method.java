package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String toString(); // here
}
