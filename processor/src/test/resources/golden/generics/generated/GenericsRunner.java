package golden.generics;

import dev.lockstep.artifact.Types;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.StepCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Runs the pipeline {@code generics}. Generated from {@code golden.generics.Generics}.
 *
 * <p>{@code java golden.generics.GenericsRunner --help} lists the options.
 */
@Generated("dev.lockstep.processor.LockstepProcessor")
public final class GenericsRunner {
  /**
   * The pipeline as an object, for embedding:
   * {@code Lockstep.run(GenericsRunner.PIPELINE, options)}.
   */
  public static final CompiledPipeline PIPELINE =
      CompiledPipeline.of(GenericsRunner.class, "golden.generics.Generics", GenericsRunner::call);

  private GenericsRunner() {}

  /** Runs the pipeline and ends the process. */
  public static void main(String... args) {
    Lockstep.main(PIPELINE, args);
  }

  private static void call(String step, StepCall call) throws Exception {
    switch (step) {
      case "index" -> index(call);
      case "numbers" -> numbers(call);
      case "sets" -> sets(call);
      case "matrix" -> matrix(call);
      case "tree" -> tree(call);
      case "bytes" -> bytes(call);
      default -> throw new IllegalArgumentException(step);
    }
  }

  private static void index(StepCall call) throws Exception {
    Map<String, Map<Integer, List<Generics.Point>>> output = new Generics().index();
    call.output("index", output,
        Types.of(Map.class, String.class, Types.of(Map.class, Integer.class, Types.of(List.class, Generics.Point.class))));
  }

  private static void numbers(StepCall call) throws Exception {
    List<? extends Number> output = new Generics().numbers();
    call.output("numbers", output, Types.of(List.class, Number.class));
  }

  private static void sets(StepCall call) throws Exception {
    List<? extends Number> numbers = call.input("numbers", Types.of(List.class, Number.class));
    List<Set<String>>[] output = new Generics().sets(numbers);
    call.output("sets", output,
        Types.arrayOf(Types.of(List.class, Types.of(Set.class, String.class))));
  }

  private static void matrix(StepCall call) throws Exception {
    Map<String, Map<Integer, List<Generics.Point>>> index =
        call.input("index", Types.of(Map.class, String.class, Types.of(Map.class, Integer.class, Types.of(List.class, Generics.Point.class))));
    Map<String, ?> same =
        call.input("index", Types.of(Map.class, String.class, Types.of(Map.class, Integer.class, Types.of(List.class, Generics.Point.class))));
    double[][] output = new Generics().matrix(index, same);
    call.output("matrix", output, double[][].class);
  }

  private static void tree(StepCall call) throws Exception {
    List<Set<String>>[] sets =
        call.input("sets", Types.arrayOf(Types.of(List.class, Types.of(Set.class, String.class))));
    double[][] matrix = call.input("matrix", double[][].class);
    Generics.Tree<Generics.Point[]> output = new Generics().tree(sets, matrix);
    call.output("tree", output, Types.of(Generics.Tree.class, Generics.Point[].class));
  }

  private static void bytes(StepCall call) throws Exception {
    Generics.Tree<? extends Generics.Point[]> tree =
        call.input("tree", Types.of(Generics.Tree.class, Generics.Point[].class));
    Generics.Tree<?> any =
        call.input("tree", Types.of(Generics.Tree.class, Generics.Point[].class));
    byte[] output = new Generics().bytes(tree, any);
    call.output("bytes", output, byte[].class);
  }
}
