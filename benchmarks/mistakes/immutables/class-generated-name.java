package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn { // here
  String url();
}

class ImmutableChurn {}
