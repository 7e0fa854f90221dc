package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(timeout = "soon") void load() {} // here
}
