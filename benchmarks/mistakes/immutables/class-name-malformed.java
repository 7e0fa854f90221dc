package probe;

import org.immutables.value.Value;

@Value.Immutable
@Value.Style(typeImmutable = "not a name *") // here
interface Churn { // here
  String url();
}
