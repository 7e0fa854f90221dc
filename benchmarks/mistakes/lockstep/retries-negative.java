package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(retries = -1) void load() {} // here
}
