package probe;

import dagger.*;

class Churn {
  @Provides
  static String load() { // here
    return "";
  }
}
