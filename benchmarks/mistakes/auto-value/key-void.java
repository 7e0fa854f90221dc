package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract void url(); // here

  abstract int port();
}
