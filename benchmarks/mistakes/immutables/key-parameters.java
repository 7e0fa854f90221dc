package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  String url(int port); // here
}
