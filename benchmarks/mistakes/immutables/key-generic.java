package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  <T> T url(); // here
}
