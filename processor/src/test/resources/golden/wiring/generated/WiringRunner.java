package golden.wiring;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code wiring}. Generated from {@code golden.wiring.Wiring}.
 *
 * <p>{@code java golden.wiring.WiringRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class WiringRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(WiringRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(WiringRunner.class, "golden.wiring.Wiring", WiringRunner::call);

  private WiringRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "models" -> models(call);
      case "best" -> best(call);
      case "report" -> report(call);
      case "worst" -> worst(call);
      case "count" -> count(call);
      case "wider" -> wider(call);
      case "end" -> end();
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void models(StepCall call) throws Exception {
    ArrayList<Wiring.Model> output = new Wiring().models();
    call.output("models", output, Types.of(ArrayList.class, Wiring.Model.class));
  }

  private static void best(StepCall call) throws Exception {
    List<Wiring.Model> models = call.input("models", Types.of(ArrayList.class, Wiring.Model.class));
    Wiring.Model output = new Wiring().best(models);
    call.output("best", output, Wiring.Model.class);
  }

  private static void report(StepCall call) throws Exception {
    Wiring.Model best = call.input("best", Wiring.Model.class);
    List<? extends Record> all =
        call.input("models", Types.of(ArrayList.class, Wiring.Model.class));
    new Wiring().report(best, all);
  }

  private static void worst(StepCall call) throws Exception {
    List<Wiring.Model> candidates =
        call.input("models", Types.of(ArrayList.class, Wiring.Model.class));
    Wiring.Model output = new Wiring().worst(candidates);
    call.output("worst", output, Wiring.Model.class);
  }

  private static void count(StepCall call) throws Exception {
    long output = new Wiring().count();
    call.output("count", output, Long.class);
  }

  private static void wider(StepCall call) throws Exception {
    Number number = call.input("count", Long.class);
    long same = call.input("count", Long.class);
    Long boxed = call.input("count", Long.class);
    new Wiring().wider(number, same, boxed);
  }

  private static void end() throws Exception {
    new Wiring().end();
  }
}
