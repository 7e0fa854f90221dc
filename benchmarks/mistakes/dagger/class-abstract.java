package probe;

import dagger.*;
import javax.inject.*;

abstract class Churn { // here
  @Inject Churn() {} // here
}

@Component
interface Graph {
  Churn churn();
}
