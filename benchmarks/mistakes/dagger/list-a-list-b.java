package probe;

import dagger.*;
import dagger.Module;
import java.util.*;
import javax.inject.*;

@Module
class Churn {
  @Provides static List<String> load() {
    return null;
  }
}

class Train {
  @Inject Train(List<Integer> numbers) {} // here
}

@Component(modules = Churn.class)
interface Graph {
  Train train();
}
