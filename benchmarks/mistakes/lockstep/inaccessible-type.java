package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  private record Hidden() {}

  @Step void train(Hidden hidden) {} // here
}
