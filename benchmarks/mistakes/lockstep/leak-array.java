package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline
class Churn {
  @Step
  Secret[][] load() { // here
    return null;
  }
}
