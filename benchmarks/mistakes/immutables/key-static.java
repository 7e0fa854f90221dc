package probe;

import org.immutables.value.Value;

@Value.Immutable
interface Churn {
  String url();

  @Value.Default // here
  static String text() { // here
    return "";
  }
}
