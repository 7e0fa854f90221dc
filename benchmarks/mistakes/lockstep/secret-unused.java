package probe;

import dev.lockstep.*;

@Pipeline(secrets = "aws") // here
class Churn {
  @Step String load() {
    return "";
  }
}
