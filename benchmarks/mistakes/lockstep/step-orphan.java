package probe;

import dev.lockstep.*;

class Churn {
  @Step
  void load() {} // here
}
