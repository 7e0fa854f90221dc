package probe;

import dev.lockstep.*;
import java.time.*;

@SecretSchema("one")
interface One {
  int port();
}

@SecretSchema("two")
interface Two {
  Duration port();
}

@Pipeline(secrets = "warehouse")
class Churn {
  @Step void load(@SecretName("warehouse") One warehouse) {}

  @Step void train(@SecretName("warehouse") Two warehouse) {} // here
}
