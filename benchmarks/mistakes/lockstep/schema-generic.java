package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse<T> { // here
  String url();
}
