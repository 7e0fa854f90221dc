package probe;

import com.google.auto.value.*;

interface Base {
  String url(int port); // here
}

@AutoValue
abstract class Churn implements Base { // here
  abstract int port();
}
