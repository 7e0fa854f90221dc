package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline(secrets = {"aws", "aws"}) // here
class Churn {
  @Step void load(AwsSecret aws) {}
}
