package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn { // here
  Churn() throws java.io.IOException {} // here

  abstract String url();
}
