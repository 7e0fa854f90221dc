package golden.records;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import java.util.List;

/** A record whose components are taken one by one is stored in components, and put together. */
@Pipeline
public class Training {
  record Customer(String name) {}

  record Split(List<Customer> train, List<Customer> test, int seed) {
    /** Not the constructor that puts a stored record together. */
    Split(List<Customer> train, List<Customer> test, Integer seed) {
      this(train, test, seed.intValue());
    }
  }

  record Pair<A, B>(A left, B right) {}

  record Score(double value) {}

  @Step
  Split split() {
    return new Split(List.of(), List.of(), 42);
  }

  /** Components are found by their names. */
  @Step
  Score fit(List<Customer> train, @From("split.seed") int randomSeed) {
    return new Score(train.size() + randomSeed);
  }

  /** The whole record, from its parts. */
  @Step
  Pair<Score, String[]> evaluate(Split split, Score score) {
    return new Pair<>(score, new String[] {split.toString()});
  }

  @Step
  void report(@From("evaluate.left") Score best, Pair<Score, String[]> all, @From("split") Record whole) {}

  /** A record that nobody takes apart is stored whole. */
  @Step
  Customer whole() {
    return new Customer("Ada");
  }
}
