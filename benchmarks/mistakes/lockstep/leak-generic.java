package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;
import java.util.*;

@Pipeline
class Churn {
  @Step
  List<Optional<SecretValue>> load() { // here
    return null;
  }
}
