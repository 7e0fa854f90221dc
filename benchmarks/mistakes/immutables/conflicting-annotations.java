package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  @Value.Default
  @Value.Derived // here
  default String url() { // here
    return "";
  }
}
