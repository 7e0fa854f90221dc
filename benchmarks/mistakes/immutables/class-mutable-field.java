package probe;

import org.immutables.value.Value;

@Value.Immutable
abstract class Churn {
  int count; // here

  abstract String url();
}
