package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;

@Pipeline(secrets = "aws")
class Churn {
  @Step void load(@SecretName("asw") AwsSecret aws) {} // here

  @Step void train(AwsSecret aws) {}
}
