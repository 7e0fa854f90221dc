package probe;

import dev.lockstep.*;

enum Colour { RED, GREEN }

@Pipeline
class Churn {
  @Step void load(@Param("GREN") Colour colour) {} // here
}
