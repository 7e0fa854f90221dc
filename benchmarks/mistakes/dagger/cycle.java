package probe;

import dagger.*;
import javax.inject.*;

class A {
  @Inject A(B b) {} // here
}

class B {
  @Inject B(A a) {} // here
}

@Component
interface Graph {
  A a();
}
