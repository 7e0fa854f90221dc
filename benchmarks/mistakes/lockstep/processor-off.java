// options -proc:none
package probe;

import dev.lockstep.*;

@Pipeline
class Churn {
  @Step void load() {}

  public static void main(String... args) {
    ChurnRunner.main(args);
  }
}
