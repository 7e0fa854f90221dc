package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn { // here
  static String load() {
    return "";
  }
}
