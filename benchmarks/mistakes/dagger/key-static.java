package probe;

import dagger.*;
import javax.inject.*;

class Churn {
  @Inject
  static void url(Integer port) {} // here
}

class Train {
  @Inject Train(Churn churn) {}
}
