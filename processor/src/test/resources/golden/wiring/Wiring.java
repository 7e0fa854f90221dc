package golden.wiring;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import java.util.ArrayList;
import java.util.List;

/** How a parameter finds its output, and how steps are ordered without one. */
@Pipeline
public class Wiring {
  record Model(double weight) {}

  @Step
  void report(Model best, List<? extends Record> all) {}

  @Step
  ArrayList<Model> models() {
    return new ArrayList<>();
  }

  @Step
  Model best(List<Model> models) {
    return models.get(0);
  }

  @Step
  Model worst(@From("models") List<Model> candidates) {
    return candidates.get(0);
  }

  /** What was stored as a long is read as one, although the parameter is wider. */
  @Step
  void wider(@From("count") Number number, @From("count") long same, @From("count") Long boxed) {}

  @Step(after = {"report", "wider"})
  void end() {}

  @Step
  long count() {
    return 1;
  }
}
