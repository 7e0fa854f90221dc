package probe;

import org.immutables.value.Value;

class Outer {
  @Value.Immutable
  private interface Churn { // here
    String url();
  }
}
