package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  int count; // here

  @Step void load() {}
}
