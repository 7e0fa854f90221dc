package probe;

import com.google.auto.value.*;

class Outer {
  private static class Hidden {}

  @AutoValue
  abstract static class Churn {
    abstract Hidden hidden(); // here
  }
}
