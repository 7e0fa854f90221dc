package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Integer load() {
    return 1;
  }

  @Step void train(@From("laod") Integer number) {} // here
}
