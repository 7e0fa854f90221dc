package probe;

import dagger.*;

class Churn { // here
  Churn(String name) {} // here
}

@Component
interface Graph {
  Churn churn(); // here
}
