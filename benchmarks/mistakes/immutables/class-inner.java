package probe;

import org.immutables.value.Value;

class Outer {
  @Value.Immutable
  abstract class Churn { // here
    abstract String url();
  }
}
