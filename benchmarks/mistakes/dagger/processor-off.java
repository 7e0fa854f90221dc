// options -proc:none
package probe;

import dagger.*;

@Component
interface Churn {
  static Churn create() {
    return DaggerChurn.create();
  }
}
