package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn<T> { // here
  @Provides static Integer load() {
    return 1;
  }
}
