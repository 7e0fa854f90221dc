package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  void url(); // here

  int port();
}
