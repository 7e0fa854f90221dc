package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load() {}

  @Step
  void Load() {} // here
}
