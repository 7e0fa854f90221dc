package probe;

import dagger.*;

@Component
interface Graph {
  String builder(); // here

  @Component.Builder
  interface Builder {
    @BindsInstance Builder text(String text);

    Graph build();
  }
}
