package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides @Named("load") static Integer load() {
    return 1;
  }
}

class Train {
  @Inject Train(@Named("load") String text) {} // here
}

@Component(modules = Churn.class)
interface Graph {
  Train train();
}
