package probe;

import dagger.*;
import dagger.Module;

interface Store {}

class Vault implements Store { // here
  Vault(int port) {}
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
