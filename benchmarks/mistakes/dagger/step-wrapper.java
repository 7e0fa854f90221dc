package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides
  static Provider<String> load() { // here
    return null;
  }
}
