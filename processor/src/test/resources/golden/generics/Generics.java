package golden.generics;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Types that no class literal can name. */
@Pipeline
public class Generics {
  record Point(int x, int y) {}

  record Tree<T>(T value, List<Tree<T>> children) {}

  @Step
  Map<String, Map<Integer, List<Point>>> index() {
    return Map.of();
  }

  @Step
  List<? extends Number> numbers() {
    return List.of();
  }

  @Step
  List<Set<String>>[] sets(List<? extends Number> numbers) {
    return null;
  }

  @Step
  double[][] matrix(Map<String, Map<Integer, List<Point>>> index, Map<String, ?> same) {
    return new double[0][0];
  }

  @Step
  Tree<Point[]> tree(List<Set<String>>[] sets, double[][] matrix) {
    return null;
  }

  @Step
  byte[] bytes(@From("tree") Tree<? extends Point[]> tree, Tree<?> any) {
    return new byte[0];
  }
}
