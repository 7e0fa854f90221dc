package probe;

import dev.lockstep.*;

record Split(Integer train, Integer test) {}

@Pipeline
class Churn {
  @Step Split split() {
    return null;
  }

  @Step void train(@From("split.trian") Integer number) {} // here
}
