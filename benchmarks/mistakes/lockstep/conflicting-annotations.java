package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Integer load() {
    return 1;
  }

  @Step void train(@Param("1") @From("load") Integer number) {} // here
}
