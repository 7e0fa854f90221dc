package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides static int load() {
    return 1;
  }
}

class Train {
  @Inject Train(long number) {} // here
}

@Component(modules = Churn.class)
interface Graph {
  Train train();
}
