package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Number load() {
    return 1;
  }

  @Step void train(Integer number) {} // here
}
