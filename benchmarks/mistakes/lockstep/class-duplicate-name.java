package probe;

import dev.lockstep.*;

@Pipeline(name = "churn")
class Churn {
  @Step void load() {}
}

@Pipeline(name = "churn") // here
class Other {
  @Step void load() {}
}
