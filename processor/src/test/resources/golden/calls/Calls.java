package golden.calls;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Methods of every kind: static, overloaded, deprecated, and such that throw. */
@Pipeline
public class Calls {
  @Step
  static int number() {
    return 1;
  }

  @Step
  public long load(int number) throws IOException, InterruptedException {
    return number;
  }

  /** Not steps, and never called instead of one. */
  long load(Integer number) {
    return -number;
  }

  long load(Object number) {
    return -1;
  }

  long load(int... numbers) {
    return -numbers.length;
  }

  @Step
  protected void widened(@From("load") Number load) throws TimeoutException {}

  void widened(Long load) {}

  @Step
  static void last(@From("load") long load, StepContext context) throws Throwable {}

  /** Whoever calls it by hand is warned; its runner is not. */
  @Deprecated
  @Step
  void old() {}
}
