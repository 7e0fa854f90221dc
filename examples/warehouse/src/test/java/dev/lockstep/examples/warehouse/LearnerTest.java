package dev.lockstep.examples.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LearnerTest {
  @Test
  void findsTheOnlyReason() {
    List<Customer> customers = new ArrayList<>();
    for (int id = 1; id <= 200; id++) {
      boolean left = id % 3 == 0;
      customers.add(customer(id, left ? 4 : 0, left));
    }

    Model model = Learner.learn(customers, 0.1);

    assertThat(model.examined()).isEqualTo(40);
    assertThat(model.right()).isEqualTo(40);
    assertThat(model.risk(customer(0, 4, true))).isGreaterThan(0.9);
    assertThat(model.risk(customer(0, 0, false))).isLessThan(0.1);
    assertThat(model.weights().get(0)).as("orders are the same for all").isZero();
  }

  @Test
  void findsTheReasonsOfTheMadeUpCustomers() {
    Model model = Learner.learn(MadeUpCustomers.all(), 0.01);

    assertThat(model.weights().get(0)).isCloseTo(-0.6, within(0.15));
    assertThat(model.weights().get(1)).isCloseTo(0.06, within(0.03));
    assertThat(model.weights().get(2)).isCloseTo(0.9, within(0.25));
    assertThat(model.weights().get(3)).isCloseTo(-1.2, within(0.5));
  }

  @Test
  void theSameCustomersGiveTheSameModel() {
    assertThat(Learner.learn(MadeUpCustomers.all(), 0.01))
        .isEqualTo(Learner.learn(MadeUpCustomers.all(), 0.01));
  }

  private static Customer customer(int id, int complaints, boolean left) {
    return new Customer(id, LocalDate.of(2026, 1, 1), 3, 10, complaints, 0.5, left);
  }
}
