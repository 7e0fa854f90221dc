package probe;

import dagger.*;

@Component
class Churn { // here
  String url() {
    return "";
  }
}
