package probe;

import com.google.auto.value.*;

class Outer {
  @AutoValue
  abstract class Churn { // here
    abstract String url();
  }
}
