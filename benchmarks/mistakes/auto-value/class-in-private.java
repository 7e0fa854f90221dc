package probe;

import com.google.auto.value.*;

class Outer {
  private static class Middle {
    @AutoValue
    abstract static class Churn { // here
      abstract String url();
    }
  }
}
