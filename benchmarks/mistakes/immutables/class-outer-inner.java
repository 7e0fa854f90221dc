package probe;

import org.immutables.value.Value;

class Outer {
  @Value.Immutable
  interface Inner { // here
    String url();
  }
}

class Other {
  @Value.Immutable
  interface Inner { // here
    String url();
  }
}
