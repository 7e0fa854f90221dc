package probe;

import dagger.*;

class Outer {
  @Component
  interface Inner {} // here
}

@Component
interface Outer_Inner {} // here
