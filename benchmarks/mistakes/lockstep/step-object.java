package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step
  Object load() { // here
    return null;
  }
}
