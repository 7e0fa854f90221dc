package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step Integer one(String text) { // here
    return 1;
  }

  @Step String two(Integer number) { // here
    return "";
  }
}
