package probe;

import com.google.auto.value.*;

class Churn {
  @AutoValue.Builder
  interface Builder { // here
    Churn build();
  }
}
