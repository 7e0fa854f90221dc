package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load() {}

  @Step(after = "laod") void train() {} // here
}
