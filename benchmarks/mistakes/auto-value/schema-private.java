package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String url();

  @AutoValue.Builder
  private interface Builder { // here
    Builder url(String url);

    Churn build();
  }
}
