package probe;

import dagger.*;
import dagger.Module;

@Module
interface Churn {
  @Binds
  default Number url(Integer port) { // here
    return port;
  }
}
