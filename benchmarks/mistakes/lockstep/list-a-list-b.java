package probe;

import dev.lockstep.*;
import java.util.*;

@Pipeline
class Churn {
  @Step List<String> load() {
    return null;
  }

  @Step void train(List<Integer> numbers) {} // here
}
