package probe;

import dagger.*;
import javax.inject.*;

class A {
  @Inject A(A a) {} // here
}

@Component
interface Graph {
  A a();
}
