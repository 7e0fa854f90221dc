package probe;

import dev.lockstep.*;

@Pipeline
abstract class Churn { // here
  @Step void load() {}
}
