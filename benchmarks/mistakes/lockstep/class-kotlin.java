package probe;

import dev.lockstep.*;

@kotlin.Metadata
@Pipeline
class Churn { // here
  @Step void load() {}
}

// file kotlin/Metadata.java
package kotlin;

public @interface Metadata {}
