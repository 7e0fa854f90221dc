package probe;

import dev.lockstep.*;

@Pipeline
class Other {
  @Step Integer load() {
    return 1;
  }
}

@Pipeline
class Churn {
  @Step void train(Integer number) {} // here
}
