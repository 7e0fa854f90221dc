package golden.minimal;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code hello}. Generated from {@code golden.minimal.Hello}.
 *
 * <p>{@code java golden.minimal.HelloRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class HelloRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(HelloRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(HelloRunner.class, "golden.minimal.Hello", HelloRunner::call);

  private HelloRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "name" -> name(call);
      case "greeting" -> greeting(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void name(StepCall call) throws Exception {
    String output = new Hello().name();
    call.output("name", output, String.class);
  }

  private static void greeting(StepCall call) throws Exception {
    String name = call.input("name", String.class);
    String output = new Hello().greeting(name);
    call.output("greeting", output, String.class);
  }
}
