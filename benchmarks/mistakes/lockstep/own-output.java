package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Integer one(Integer number) { // here
    return 1;
  }
}
