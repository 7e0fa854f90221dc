package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  Thread url(); // here
}
