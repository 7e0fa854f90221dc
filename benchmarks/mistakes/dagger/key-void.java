package probe;

import dagger.*;

@Component
interface Churn {
  void url(); // here
}
