package golden.attempts;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.util.BitSet;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code nightly-report}. Generated from {@code golden.attempts.Nightly}.
 *
 * <p>{@code java golden.attempts.NightlyRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class NightlyRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(NightlyRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(NightlyRunner.class, "golden.attempts.Nightly", NightlyRunner::call);

  private NightlyRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "load" -> load(call);
      case "count-changes" -> countChanges(call);
      case "publish" -> publish(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void load(StepCall call) throws Exception {
    BitSet output = new Nightly().load();
    call.output("load", output, BitSet.class, new Nightly.BitSetMaterializer());
  }

  private static void countChanges(StepCall call) throws Exception {
    BitSet load = call.input("load", BitSet.class, new Nightly.BitSetMaterializer());
    int output = new Nightly().count(load);
    call.output("count-changes", output, Integer.class);
  }

  private static void publish(StepCall call) throws Exception {
    int changes = call.input("count-changes", Integer.class);
    new Nightly().publish(changes);
  }
}
