package golden.nested;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code inner}. Generated from {@code golden.nested.Outer.Inner}.
 *
 * <p>{@code java golden.nested.Outer_InnerRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class Outer_InnerRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(Outer_InnerRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(Outer_InnerRunner.class, "golden.nested.Outer$Inner",
          Outer_InnerRunner::call);

  private Outer_InnerRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "rows" -> rows(call);
      case "first" -> first(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void rows(StepCall call) throws Exception {
    Outer.Database database = call.secret("database", new Outer_DatabaseSchema());
    Map<String, Outer.Inner.Row> output = new Outer.Inner().rows(database);
    call.output("rows", output, Types.of(Map.class, String.class, Outer.Inner.Row.class));
  }

  private static void first(StepCall call) throws Exception {
    Map<String, Outer.Inner.Row> rows =
        call.input("rows", Types.of(Map.class, String.class, Outer.Inner.Row.class));
    Map.Entry<String, Outer.Inner.Row> output = new Outer.Inner().first(rows);
    call.output("first", output, Types.of(Map.Entry.class, String.class, Outer.Inner.Row.class));
  }
}
