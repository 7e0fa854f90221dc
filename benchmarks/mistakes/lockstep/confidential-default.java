package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  default String password() { // here
    return "x";
  }
}
