package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step int load() {
    return 1;
  }

  @Step void train(long number) {} // here
}
