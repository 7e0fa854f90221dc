package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  @Value.Default // here
  String url(); // here
}
