package probe;

import dagger.*;

@Component
interface Churn {
  String url(int port); // here
}
