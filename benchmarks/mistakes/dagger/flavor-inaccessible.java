package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

interface Store {}

class Outer {
  private static class Vault implements Store { // here
    @Inject Vault() {} // here
  }

  @Module
  interface Churn {
    @Binds
    Store store(Vault vault); // here
  }

  @Component(modules = Churn.class)
  interface Graph {
    Store store();
  }
}
