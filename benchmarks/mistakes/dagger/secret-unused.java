package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn {
  @Provides static Integer load() {
    return 1;
  }
}

@Component(modules = Churn.class) // here
interface Graph {}
