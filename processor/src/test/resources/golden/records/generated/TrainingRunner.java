package golden.records;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code training}. Generated from {@code golden.records.Training}.
 *
 * <p>{@code java golden.records.TrainingRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class TrainingRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(TrainingRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(TrainingRunner.class, "golden.records.Training", TrainingRunner::call);

  private TrainingRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "split" -> split(call);
      case "fit" -> fit(call);
      case "evaluate" -> evaluate(call);
      case "report" -> report(call);
      case "whole" -> whole(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void split(StepCall call) throws Exception {
    Training.Split output = call.returned(new Training().split());
    call.output("split.train", output.train(), Types.of(List.class, Training.Customer.class));
    call.output("split.test", output.test(), Types.of(List.class, Training.Customer.class));
    call.output("split.seed", output.seed(), Integer.class);
  }

  private static void fit(StepCall call) throws Exception {
    List<Training.Customer> train =
        call.input("split.train", Types.of(List.class, Training.Customer.class));
    int randomSeed = call.input("split.seed", Integer.class);
    Training.Score output = new Training().fit(train, randomSeed);
    call.output("fit", output, Training.Score.class);
  }

  private static void evaluate(StepCall call) throws Exception {
    List<Training.Customer> splitTrain =
        call.input("split.train", Types.of(List.class, Training.Customer.class));
    List<Training.Customer> splitTest =
        call.input("split.test", Types.of(List.class, Training.Customer.class));
    int splitSeed = call.input("split.seed", Integer.class);
    Training.Split split = new Training.Split(splitTrain, splitTest, splitSeed);
    Training.Score score = call.input("fit", Training.Score.class);
    Training.Pair<Training.Score, String[]> output =
        call.returned(new Training().evaluate(split, score));
    call.output("evaluate.left", output.left(), Training.Score.class);
    call.output("evaluate.right", output.right(), String[].class);
  }

  private static void report(StepCall call) throws Exception {
    Training.Score best = call.input("evaluate.left", Training.Score.class);
    Training.Score allLeft = call.input("evaluate.left", Training.Score.class);
    String[] allRight = call.input("evaluate.right", String[].class);
    Training.Pair<Training.Score, String[]> all = new Training.Pair<>(allLeft, allRight);
    List<Training.Customer> wholeTrain =
        call.input("split.train", Types.of(List.class, Training.Customer.class));
    List<Training.Customer> wholeTest =
        call.input("split.test", Types.of(List.class, Training.Customer.class));
    int wholeSeed = call.input("split.seed", Integer.class);
    Record whole = new Training.Split(wholeTrain, wholeTest, wholeSeed);
    new Training().report(best, all, whole);
  }

  private static void whole(StepCall call) throws Exception {
    Training.Customer output = new Training().whole();
    call.output("whole", output, Training.Customer.class);
  }
}
