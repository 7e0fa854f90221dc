package dev.lockstep.processor.foreign;

import dev.lockstep.Step;

/** Steps of another module, which have no source in the compilations of tests. */
public class ForeignSteps {
  public ForeignSteps() {}

  @Step
  public Object load() {
    return "";
  }
}
