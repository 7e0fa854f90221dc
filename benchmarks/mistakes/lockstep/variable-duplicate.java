package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  @Key("db-url")
  String one();

  @Key("db_url") // here
  String two(); // here
}
