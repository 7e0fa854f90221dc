package probe;

import dagger.*;
import dagger.Module;
import javax.inject.*;

@Module
class Churn {
  @Provides @Named("churn") static String one() {
    return "";
  }

  @Provides @Named("churn") static String two() { // here
    return "";
  }
}

@Component(modules = Churn.class)
interface Graph {
  @Named("churn") String churn();
}
