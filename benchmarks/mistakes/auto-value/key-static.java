package probe;

import com.google.auto.value.*;
import com.google.auto.value.extension.memoized.Memoized;

@AutoValue
abstract class Churn {
  abstract String url();

  @Memoized // here
  static String text() { // here
    return "";
  }
}
