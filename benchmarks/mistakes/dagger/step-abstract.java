package probe;

import dagger.*;
import dagger.Module;

@Module
abstract class Churn {
  @Provides
  abstract String load(); // here
}
