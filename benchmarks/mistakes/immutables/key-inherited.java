package probe;

import org.immutables.value.Value;

interface Base {
  String url(int port); // here
}

@Value.Immutable
interface Churn extends Base { // here
  int port();
}
