package probe;

import dev.lockstep.*;
import java.util.*;

@Pipeline
@SuppressWarnings("rawtypes")
class Churn {
  @Step
  List load() { // here
    return null;
  }
}
