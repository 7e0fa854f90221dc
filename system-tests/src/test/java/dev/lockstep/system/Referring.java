package dev.lockstep.system;

import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;

/** A pipeline without secrets, on a stack whose components have some. */
@Pipeline
class Referring {
  @Step(isolation = Isolation.PROCESS)
  String apart() {
    return "apart";
  }

  @Step
  String here(String apart) {
    return "here after " + apart + ", " + "long enough to be a file. ".repeat(5_000);
  }
}
