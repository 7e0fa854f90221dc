package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn {
  @Provides
  static String load() { // here
    return "";
  }

  @Provides
  static Integer load(String text) { // here
    return 1;
  }
}
