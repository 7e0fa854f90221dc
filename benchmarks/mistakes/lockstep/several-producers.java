package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Integer load() {
    return 1;
  }

  @Step Integer reload() {
    return 1;
  }

  @Step void train(Integer number) {} // here
}
