package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn { // here
  Churn(String name) {} // here

  abstract String url();
}
