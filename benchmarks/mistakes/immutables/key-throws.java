package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  String url() throws java.io.IOException; // here
}
