package probe;

import com.google.auto.value.*;

class Outer {
  @AutoValue
  private abstract static class Churn { // here
    abstract String url();
  }
}
