package probe;

import dev.lockstep.*;

@Pipeline(secrets = "my secret") // here
class Churn {
  @Step void load() {}
}
