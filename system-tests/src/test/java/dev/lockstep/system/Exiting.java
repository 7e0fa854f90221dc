package dev.lockstep.system;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;

/** Ends more than itself. */
@Pipeline
class Exiting {
  @Step
  void exits() {
    System.exit(0);
  }
}
