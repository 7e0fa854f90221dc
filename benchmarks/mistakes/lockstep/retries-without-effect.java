package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step(retries = 0) void load() {} // here
}
