package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step String one() {
    return "";
  }

  @Step
  void load(String... texts) {} // here
}
