package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides static Number load() {
    return 1;
  }
}

class Train {
  @Inject Train(Integer number) {} // here
}

@Component(modules = Churn.class)
interface Graph {
  Train train();
}
