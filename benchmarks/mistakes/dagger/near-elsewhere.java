package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides static Integer load() {
    return 1;
  }
}

class Train {
  @Inject Train(Integer number) {} // here
}

@Subcomponent(modules = Churn.class)
interface Other {}

@Component
interface Graph {
  Other other();

  Train train();
}
