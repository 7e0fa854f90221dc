package probe;

import org.immutables.value.Value;

class Outer {
  private static class Middle {
    @Value.Immutable
    interface Churn { // here
      String url();
    }
  }
}
