package probe;

import dev.lockstep.*;

class Outer {
  @Pipeline
  static class Inner { // here
    @Step void load() {}
  }
}

@Pipeline
class Outer_Inner { // here
  @Step void load() {}
}
