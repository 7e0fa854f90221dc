package probe;

import dagger.*;
import dagger.Module;
import java.util.*;

@Module
class Churn {
  @Provides
  static <T> List<T> load() { // here
    return null;
  }
}
