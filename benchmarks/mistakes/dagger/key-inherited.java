package probe;

import dagger.*;

interface Base {
  String url(int port); // here
}

@Component
interface Churn extends Base {} // here
