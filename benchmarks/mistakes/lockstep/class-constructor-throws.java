package probe;

import dev.lockstep.*;

@Pipeline
class Churn { // here
  Churn() throws java.io.IOException {} // here

  @Step void load() {}
}
