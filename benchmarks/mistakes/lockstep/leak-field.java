package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline
class Churn {
  private AwsSecret login; // here

  @Step void load() {}
}
