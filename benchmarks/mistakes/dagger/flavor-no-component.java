package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

interface Store {}

class Vault {
  @Inject Vault() {}
}

@Module
interface Churn {
  @Binds
  Store store(Vault vault); // here
}
