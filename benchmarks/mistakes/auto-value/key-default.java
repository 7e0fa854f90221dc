package probe;

import com.google.auto.value.*;
import com.google.auto.value.extension.memoized.Memoized;

@AutoValue
abstract class Churn {
  @Memoized // here
  abstract String url(); // here
}
