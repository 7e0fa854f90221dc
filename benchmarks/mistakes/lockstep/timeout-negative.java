package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(timeout = "-PT5S") void load() {} // here
}
