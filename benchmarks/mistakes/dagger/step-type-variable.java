package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn<T> { // here
  @Provides
  T load() { // here
    return null;
  }
}

@Component(modules = Churn.class)
interface Graph {
  String load();
}
