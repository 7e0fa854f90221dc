package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline(secrets = "aws")
class Churn {
  @Step(secrets = "asw") void load() {} // here

  @Step void train(AwsSecret aws) {}
}
