package probe;

import dev.lockstep.*;

@Pipeline
class Churn { // here
  Churn(String name) {}

  @Step void load() {}
}
