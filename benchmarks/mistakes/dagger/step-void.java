package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn {
  @Provides
  static void load() {} // here
}
