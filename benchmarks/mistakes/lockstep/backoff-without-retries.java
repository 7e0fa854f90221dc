package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(backoff = "PT5S") void load() {} // here
}
