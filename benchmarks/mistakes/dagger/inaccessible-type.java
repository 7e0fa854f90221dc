package probe;

import dagger.*;
import dagger.Module;

@Module
class Churn {
  private static class Hidden {}

  @Provides static Hidden load() { // here
    return null;
  }

  @Provides static String train(Hidden hidden) { // here
    return "";
  }
}

@Component(modules = Churn.class)
interface Graph {
  String train();
}
