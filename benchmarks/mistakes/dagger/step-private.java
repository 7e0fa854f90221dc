package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn {
  @Provides
  private String load() { // here
    return "";
  }
}
