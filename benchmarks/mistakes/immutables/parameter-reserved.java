package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  String builder(); // here
}
