package probe;

import dev.lockstep.*;
import dev.lockstep.run.*;
import java.util.*;

@Pipeline
class Churn {
  @Step
  List<StepContext> load() { // here
    return null;
  }
}
