package dev.lockstep.together;

import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import java.util.Collections;
import java.util.List;

/** Hands something on through the artifact store. */
@Pipeline
class Letters {
  @Step
  List<String> letters() {
    // Too many to travel in the record of the run.
    return Collections.nCopies(200_000, "abc");
  }

  @Step
  int count(List<String> letters) {
    return letters.size();
  }
}
