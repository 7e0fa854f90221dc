package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url();

  @Key("url") // here
  String address(); // here
}
