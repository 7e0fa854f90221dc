package probe;

import com.google.auto.value.*;

@AutoValue
abstract class Churn {
  abstract String url() throws java.io.IOException; // here
}
