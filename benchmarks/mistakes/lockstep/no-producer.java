package probe;

import dev.lockstep.*;

record Model(double weight) {}

@Pipeline
class Churn {
  @Step void train(Model model) {} // here
}
