package probe;

import dev.lockstep.*;

@Pipeline
class Churn { // here
  @Step void load() {}
}

// file dev/lockstep/AnnotationsVersion.java
package dev.lockstep;

class AnnotationsVersion {
  static final String VERSION = "0.0.1";
}
