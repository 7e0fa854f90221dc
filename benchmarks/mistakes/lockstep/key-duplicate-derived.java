package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String dbUrl();

  String db_url(); // here
}
