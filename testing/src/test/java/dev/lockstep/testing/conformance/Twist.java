package dev.lockstep.testing.conformance;

import dev.lockstep.secret.SecretsManager;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A fault of a secrets manager that the suite has to find.
 *
 * @param name what it does wrong
 * @param foundBy the case that finds it; empty for {@link #NONE}
 * @param made makes a secrets manager that has it
 */
record Twist(String name, String foundBy, Function<Opening, SecretsManager> made) {
  static final Twist NONE = new Twist("nothing", "", Opening::right);

  /** All but {@link #NONE}. */
  static List<Twist> all() {
    return Stream.of(
            ContentTwists.ALL,
            ExistenceTwists.ALL,
            ListTwists.ALL,
            NameTwists.ALL,
            RaceTwists.ALL,
            FailureTwists.ALL)
        .flatMap(List::stream)
        .toList();
  }

  static Twist named(String name) {
    return Stream.concat(Stream.of(NONE), all().stream())
        .filter(twist -> twist.name().equals(name))
        .findAny()
        .orElseThrow();
  }

  /** A fault before one that is right. */
  static Twist over(String name, String foundBy, UnaryOperator<SecretsManager> fault) {
    return new Twist(name, foundBy, opening -> fault.apply(opening.right()));
  }

  /** A fault in what is said to the server, or in how its answers are understood. */
  static Twist speaking(
      String name, String foundBy, BiFunction<URI, Duration, SimpleProvider> fault) {
    return new Twist(name, foundBy, opening -> opening.right(Opening.LIMITS, fault));
  }

  @Override
  public String toString() {
    return name;
  }
}
