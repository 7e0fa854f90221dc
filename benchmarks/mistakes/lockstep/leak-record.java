package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

record Model(String text, Secret secret) {}

@Pipeline
class Churn {
  @Step
  Model load() { // here
    return null;
  }
}
