package probe;

import dev.lockstep.*;

class Base {
  @Step void load() {}
}

@Pipeline
class Churn extends Base { // here
  @Step void train() {}
}
