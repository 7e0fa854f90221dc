package golden.calls;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import dev.lockstep.run.StepContext;
import java.util.concurrent.ExecutionException;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code calls}. Generated from {@code golden.calls.Calls}.
 *
 * <p>{@code java golden.calls.CallsRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class CallsRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(CallsRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(CallsRunner.class, "golden.calls.Calls", CallsRunner::call);

  private CallsRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "number" -> number(call);
      case "load" -> load(call);
      case "widened" -> widened(call);
      case "last" -> last(call);
      case "old" -> old();
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void number(StepCall call) throws Exception {
    int output = Calls.number();
    call.output("number", output, Integer.class);
  }

  private static void load(StepCall call) throws Exception {
    int number = call.input("number", Integer.class);
    long output = new Calls().load(number);
    call.output("load", output, Long.class);
  }

  private static void widened(StepCall call) throws Exception {
    Number load = call.input("load", Long.class);
    new Calls().widened(load);
  }

  private static void last(StepCall call) throws Exception {
    try {
      long load = call.input("load", Long.class);
      StepContext context = call.context();
      Calls.last(load, context);
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new ExecutionException(thrown);
    }
  }

  @SuppressWarnings("deprecation")
  private static void old() throws Exception {
    new Calls().old();
  }
}
