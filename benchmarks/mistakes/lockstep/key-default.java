package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url();

  @Key("text") // here
  default String text(int port) { // here
    return "x";
  }
}
