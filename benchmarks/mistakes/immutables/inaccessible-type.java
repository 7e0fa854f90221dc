package probe;

import org.immutables.value.Value;

class Outer {
  private static class Hidden {}

  @Value.Immutable
  abstract static class Churn {
    abstract Hidden hidden(); // here
  }
}
