package probe;

import dev.lockstep.*;

@Pipeline
enum Churn { // here
  ONE;

  @Step void load() {}
}
