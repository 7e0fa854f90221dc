package probe;

import dagger.*;
import javax.inject.*;

class Churn {
  @Inject Churn() throws java.io.IOException {} // here
}
