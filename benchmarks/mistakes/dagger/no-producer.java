package probe;

import dagger.*;
import javax.inject.*;

class Model {
  private Model() {}
}

class Train {
  @Inject Train(Model model) {} // here
}

@Component
interface Graph {
  Train train();
}
