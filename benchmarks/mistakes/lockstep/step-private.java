package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step
  private void load() {} // here
}
