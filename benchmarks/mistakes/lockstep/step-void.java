package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void model() {}

  @Step void train(Integer model) {} // here
}
