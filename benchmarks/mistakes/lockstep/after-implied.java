package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step String load() {
    return "";
  }

  @Step(after = "load") void train(String text) {} // here
}
