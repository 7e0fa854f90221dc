package probe;

import dev.lockstep.*;

class Outer {
  @Pipeline
  private static class Churn { // here
    @Step void load() {}
  }
}
