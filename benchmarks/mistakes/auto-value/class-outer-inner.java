package probe;

import com.google.auto.value.*;

class Outer {
  @AutoValue
  abstract static class Inner { // here
    abstract String url();
  }
}

@AutoValue
abstract class Outer_Inner { // here
  abstract String url();
}
