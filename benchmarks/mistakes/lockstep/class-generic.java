package probe;

import dev.lockstep.*;

@Pipeline
class Churn<T> { // here
  @Step void load() {}
}
