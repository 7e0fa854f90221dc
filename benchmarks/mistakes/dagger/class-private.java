package probe;

import dagger.*;

class Outer {
  @Component
  private interface Churn {} // here
}
