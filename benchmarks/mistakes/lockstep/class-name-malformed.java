package probe;

import dev.lockstep.*;

@Pipeline(name = "my churn!") // here
class Churn {
  @Step void load() {}
}
