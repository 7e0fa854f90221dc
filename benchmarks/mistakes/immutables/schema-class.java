package probe;

import org.immutables.value.Value;

@Value.Immutable
final class Churn { // here
  String url() {
    return "";
  }
}
