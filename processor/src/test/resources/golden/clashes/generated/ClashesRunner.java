package golden.clashes;

import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.lang.Exception;
import java.lang.IllegalArgumentException;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code clashes}. Generated from {@code golden.clashes.Clashes}.
 *
 * <p>{@code java golden.clashes.ClashesRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class ClashesRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(ClashesRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(ClashesRunner.class, "golden.clashes.Clashes", ClashesRunner::call);

  private ClashesRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(java.lang.String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(java.lang.String step, StepCall call) throws Exception {
    switch (step) {
      case "call" -> call_(call);
      case "output" -> output(call);
      case "main" -> main_(call);
      case "class" -> class_(call);
      case "a-b" -> aB(call);
      case "aB" -> aB_(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void call_(StepCall call) throws Exception {
    Clashes.Odd odd = call.secret("odd", new Clashes_OddSchema());
    String output = new Clashes().call(odd);
    call.output("call", output, String.class);
  }

  private static void output(StepCall call) throws Exception {
    String call_ = call.input("call", String.class);
    Schema output = new Clashes().output(call_);
    call.output("output", output, Schema.class);
  }

  private static void main_(StepCall call) throws Exception {
    Schema output_ = call.input("output", Schema.class);
    String String_ = call.input("call", String.class);
    Types output = new Clashes().main(output_, String_);
    call.output("main", output, Types.class);
  }

  private static void class_(StepCall call) throws Exception {
    Types Types_ = call.input("main", Types.class);
    Schema golden_ = call.input("output", Schema.class);
    String Clashes_ = call.input("call", String.class);
    Optional output = new Clashes().yield(Types_, golden_, Clashes_);
    call.output("class", output, Optional.class);
  }

  private static void aB(StepCall call) throws Exception {
    Optional step = call.input("class", Optional.class);
    java.lang.String output = Clashes.first(step);
    call.output("a-b", output, java.lang.String.class);
  }

  private static void aB_(StepCall call) throws Exception {
    Optional dev_ = call.input("class", Optional.class);
    List<java.lang.String> output = Clashes.second(dev_);
    call.output("aB", output, dev.lockstep.artifact.Types.of(List.class, java.lang.String.class));
  }
}
