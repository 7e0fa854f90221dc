package probe;

import dev.lockstep.*;
import java.util.*;

@Pipeline
class Churn {
  @Step
  <T> List<String> load() { // here
    return null;
  }
}
