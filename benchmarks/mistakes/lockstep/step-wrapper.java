package probe;

import dev.lockstep.*;
import java.util.concurrent.*;

@Pipeline
class Churn {
  @Step
  Future<String> load() { // here
    return null;
  }
}
