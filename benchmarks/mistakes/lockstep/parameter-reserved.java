package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load(@Param("x") String stack) {} // here
}
