package probe;

import dev.lockstep.*;

@Pipeline
record Churn() { // here
  @Step void load() {}
}
