package probe;

import dev.lockstep.*;

class Outer {
  private static class Middle {
    @Pipeline
    static class Churn { // here
      @Step void load() {}
    }
  }
}
