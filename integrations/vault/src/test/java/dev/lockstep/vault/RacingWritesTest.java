package dev.lockstep.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.secret.SecretsManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Writers of one secret whose calls come in every possible order, since a write is two calls. The
 * type that a secret has at the end is that of whoever wrote its content.
 */
final class RacingWritesTest {
  private static final int WRITERS = 3;

  private StartedDouble vault;
  private Turnstile turnstile;
  private SecretsManager secrets;
  private final List<SecretsManager> writers = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    vault = new StartedDouble();
    secrets = Opened.over(vault);
    turnstile = new Turnstile(vault.address(), WRITERS);
    for (int i = 0; i < WRITERS; i++) {
      SecretsManager writer = Opened.over(vault, "address", turnstile.door(i).toString());
      // Whatever is asked once only is asked now.
      assertThat(writer.getAll(List.of("missing"))).isEmpty();
      writers.add(writer);
    }
  }

  @AfterEach
  void stop() {
    writers.forEach(SecretsManager::close);
    turnstile.close();
    vault.close();
  }

  /** Content from which its writer can be told, with the type of that writer. */
  private static Secret by(int writer, String name) {
    return Secret.of(name, "t" + writer, Map.of("by", SecretValue.of("t" + writer)));
  }

  private Callable<Boolean> registration(int writer, String name) {
    return () -> {
      try {
        writers.get(writer).register(by(writer, name));
        return true;
      } catch (SecretExistsException e) {
        return false;
      }
    };
  }

  private Callable<Boolean> update(int writer, String name) {
    return () -> {
      writers.get(writer).update(by(writer, name));
      return true;
    };
  }

  private void assertTypeIsOfContent(String name, String order) {
    Secret stored = secrets.get(name);
    assertThat(stored.value("by"))
        .as(order)
        .hasValueSatisfying(value -> assertThat(value.reveal()).isEqualTo(stored.type()));
  }

  @Test
  void oneOfTwoRegistrationsWinsInEveryOrder() throws Exception {
    EveryOrder orders = new EveryOrder();
    while (orders.hasNext()) {
      String name = "registered/" + orders.tried();
      List<Boolean> won =
          turnstile.run(List.of(registration(0, name), registration(1, name)), orders);

      assertThat(won).as(orders.toString()).containsOnlyOnce(true);
      assertTypeIsOfContent(name, orders.toString());
      assertThat(secrets.list()).contains(name);
    }
    assertThat(orders.tried()).isGreaterThan(20);
  }

  @Test
  void theLastOfTwoUpdatesStaysInEveryOrder() throws Exception {
    EveryOrder orders = new EveryOrder();
    while (orders.hasNext()) {
      String name = "updated/" + orders.tried();
      secrets.register(by(2, name));
      List<Boolean> done = turnstile.run(List.of(update(0, name), update(1, name)), orders);

      assertThat(done).containsExactly(true, true);
      assertTypeIsOfContent(name, orders.toString());
    }
    assertThat(orders.tried()).isGreaterThan(20);
  }

  @Test
  void oneOfThreeRegistrationsWinsInAnyOrder() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 100; round++) {
      String name = "raced/" + round;
      List<Boolean> won =
          turnstile.run(
              List.of(registration(0, name), registration(1, name), registration(2, name)),
              random::nextInt);

      assertThat(won).as("round " + round).containsOnlyOnce(true);
      assertTypeIsOfContent(name, "round " + round);
    }
  }

  /** Makes each run take choices that none has taken, until all were. */
  private static final class EveryOrder implements IntUnaryOperator {
    private int[] choices = new int[0];
    private int[] limits = new int[0];
    private int step;
    private int tried;

    /** Begins the next order, unless all have been tried. */
    boolean hasNext() {
      int last = limits.length - 1;
      while (last >= 0 && choices[last] + 1 == limits[last]) {
        last--;
      }
      if (tried++ > 0 && last < 0) {
        return false;
      }
      choices = Arrays.copyOf(choices, last + 1);
      limits = Arrays.copyOf(limits, last + 1);
      if (last >= 0) {
        choices[last]++;
      }
      step = 0;
      return true;
    }

    int tried() {
      return tried;
    }

    @Override
    public int applyAsInt(int ready) {
      if (step == choices.length) {
        choices = Arrays.copyOf(choices, step + 1);
        limits = Arrays.copyOf(limits, step + 1);
        limits[step] = ready;
      }
      assertThat(ready)
          .as("clients that wait at step %d of %s", step, this)
          .isEqualTo(limits[step]);
      return choices[step++];
    }

    @Override
    public String toString() {
      return "order " + Arrays.toString(choices);
    }
  }
}
