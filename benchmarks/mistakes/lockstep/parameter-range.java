package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load(@Param("3000000000") int number) {} // here
}
