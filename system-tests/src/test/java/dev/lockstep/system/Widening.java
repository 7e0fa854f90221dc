package dev.lockstep.system;

import dev.lockstep.From;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import java.util.ArrayList;
import java.util.List;

/** Steps that take what others return as a wider type. */
@Pipeline
class Widening {
  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Pair<A, B>(A first, B second) {}

  @Step
  Circle circle() {
    return new Circle(2);
  }

  @Step
  String text() {
    return "text";
  }

  @Step
  @SuppressWarnings("NonApiType") // As users have them.
  ArrayList<Circle> circles() {
    return new ArrayList<>(List.of(new Circle(3)));
  }

  @Step
  long big() {
    return 7;
  }

  @Step
  Pair<Circle, Integer> pair() {
    return new Pair<>(new Circle(4), 9);
  }

  @Step
  Square[] squares() {
    return new Square[] {new Square(5)};
  }

  @Step
  String shapes(
      @From("circle") Shape shape,
      @From("circles") List<? extends Shape> shapes,
      @From("squares") Shape[] array,
      @From("pair.first") Record component,
      @From("circle") Object object) {
    return shape + " " + shapes + " " + array[0] + " " + component + " " + object;
  }

  @Step
  String values(
      @From("text") CharSequence chars,
      @From("big") Number number,
      @From("big") Object object,
      @From("pair.second") Comparable<Integer> second) {
    return chars
        + " "
        + number.getClass().getSimpleName()
        + number
        + " "
        + object.getClass().getSimpleName()
        + " "
        + second;
  }

  @Step
  String overloaded(@From("circle") Shape shape) {
    return "the step with " + shape;
  }

  String overloaded(Circle circle) {
    return "not the step with " + circle;
  }
}
