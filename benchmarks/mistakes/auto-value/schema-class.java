package probe;

import com.google.auto.value.*;

@AutoValue
final class Churn { // here
  String url() {
    return "";
  }
}
