package probe;

import dagger.*;

@Component
interface Churn {
  <T> T url(); // here
}
