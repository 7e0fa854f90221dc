// options -proc:none
package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String url();

  static Churn of(String url) {
    return new AutoValue_Churn(url);
  }
}
