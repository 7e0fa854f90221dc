package probe;

import dagger.*;
import javax.inject.*;

class Model {
  @Inject Model() {}
}

@Component
interface Churn<T> { // here
  Model model();
}
