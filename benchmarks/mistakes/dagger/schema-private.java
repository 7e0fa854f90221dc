package probe;

import dagger.*;
import dagger.Module;

class Outer {
  @Module
  private static class Churn { // here
    @Provides static Integer load() {
      return 1;
    }
  }

  @Component(modules = Churn.class)
  interface Graph {
    Integer number();
  }
}
