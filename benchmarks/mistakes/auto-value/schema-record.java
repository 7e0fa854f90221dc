package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String url();

  @AutoValue.Builder
  record Builder() {} // here
}
