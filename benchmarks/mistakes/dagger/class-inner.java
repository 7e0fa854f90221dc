package probe;

import dagger.*;
import javax.inject.*;

class Outer {
  class Churn { // here
    @Inject Churn() {} // here
  }
}

@Component
interface Graph {
  Outer.Churn churn();
}
