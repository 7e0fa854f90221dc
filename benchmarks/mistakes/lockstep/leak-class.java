package probe;

import dev.lockstep.*;
import dev.lockstep.secret.*;
import java.util.*;

class Model {
  static class Part {
    SecretValue value;
  }

  List<Part> parts;
}

@Pipeline
class Churn {
  @Step
  Model load() { // here
    return null;
  }
}
