package probe;

import dagger.*;

class Outer {
  private static class Middle {
    @Component
    interface Churn {} // here
  }
}
