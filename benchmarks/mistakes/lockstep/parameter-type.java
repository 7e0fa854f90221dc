package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load(@Param Thread thread) {} // here
}
