package golden.minimal;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;

/** The least that is a pipeline: a step whose result another one takes. */
@Pipeline
public class Hello {
  @Step
  String name() {
    return "World";
  }

  @Step
  String greeting(String name) {
    return "Hello, " + name + "!";
  }
}
