package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  int count; // here

  abstract String url();
}
