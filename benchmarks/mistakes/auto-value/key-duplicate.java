package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract boolean getOpen(); // here

  abstract boolean isOpen(); // here
}
