package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String url();

  @AutoValue.Builder
  interface Builder<T> { // here
    Builder<T> url(String url);

    Churn build();
  }
}
