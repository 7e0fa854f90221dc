package probe;

import dev.lockstep.*;

class Outer {
  @Pipeline
  class Churn { // here
    @Step void load() {}
  }
}
