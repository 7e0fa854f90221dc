package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(after = "load") void load() {} // here
}
