package probe;

import org.immutables.value.Value;

@Value.Immutable
abstract class Churn { // here
  Churn() throws java.io.IOException {} // here

  abstract String url();
}
