package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline
class Churn {
  @Step void load(AwsSecret aws) {} // here
}
