package probe;

import dagger.*;

@Component
interface Churn {
  String toString(); // here
}
