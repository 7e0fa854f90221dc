package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void one(@Param("1") int rate) {}

  @Step void two(@Param("2") int rate) {} // here
}
