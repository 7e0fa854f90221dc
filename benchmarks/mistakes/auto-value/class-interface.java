package probe;

import com.google.auto.value.*;

@AutoValue
interface Churn { // here
  String url();
}
