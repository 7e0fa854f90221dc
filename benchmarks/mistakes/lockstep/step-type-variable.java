package probe;

import dev.lockstep.*;

class Base<T> {
  @Step
  T load() { // here
    return null;
  }
}

@Pipeline(steps = Base.class)
class Churn {
  @Step void other() {}
}
