package golden.nested;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code innermost}. Generated from {@code golden.nested.Outer.Inner.Innermost}.
 *
 * <p>{@code java golden.nested.Outer_Inner_InnermostRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class Outer_Inner_InnermostRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(Outer_Inner_InnermostRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(Outer_Inner_InnermostRunner.class, "golden.nested.Outer$Inner$Innermost",
          Outer_Inner_InnermostRunner::call);

  private Outer_Inner_InnermostRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "row" -> row(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void row(StepCall call) throws Exception {
    Outer.Inner.Row output = new Outer.Inner.Innermost().row();
    call.output("row", output, Outer.Inner.Row.class);
  }
}
