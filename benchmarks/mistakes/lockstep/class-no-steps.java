package probe;

import dev.lockstep.*;

@Pipeline
class Churn { // here
  void load() {}
}
