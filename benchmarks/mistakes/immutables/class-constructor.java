package probe;

import org.immutables.value.Value;

@Value.Immutable
abstract class Churn { // here
  Churn(String name) {} // here

  abstract String url();
}
