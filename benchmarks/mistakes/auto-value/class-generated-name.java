package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn { // here
  abstract String url();
}

class AutoValue_Churn {}
