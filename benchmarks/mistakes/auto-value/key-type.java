package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String[] urls(); // here
}
