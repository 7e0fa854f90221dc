import dev.lockstep.*;

@Pipeline
class Churn { // here
  @Step void load() {}
}
