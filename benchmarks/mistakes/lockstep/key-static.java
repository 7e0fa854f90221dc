package probe;

import dev.lockstep.*;

@SecretSchema
interface Warehouse {
  String url();

  @Key("text") // here
  static String text() { // here
    return "x";
  }
}
