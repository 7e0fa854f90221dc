package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step String load() {
    return "";
  }

  @Step
  void load(String text) {} // here
}
