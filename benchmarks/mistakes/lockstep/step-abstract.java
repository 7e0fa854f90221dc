package probe;

import dev.lockstep.*;

@Pipeline
abstract class Churn {
  @Step
  abstract void load(); // here
}
