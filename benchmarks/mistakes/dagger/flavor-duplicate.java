package probe;

import dagger.*;
import dagger.Module;
import dagger.multibindings.*;
import java.util.*;

@Module
class Churn {
  @Provides @IntoMap @StringKey("vault") static Integer one() { // here
    return 1;
  }

  @Provides @IntoMap @StringKey("vault") static Integer two() { // here
    return 2;
  }
}

@Component(modules = Churn.class)
interface Graph {
  Map<String, Integer> stores();
}
