package probe;

import dev.lockstep.*;

class Outer {
  @SecretSchema
  private interface Warehouse { // here
    String url();
  }
}
