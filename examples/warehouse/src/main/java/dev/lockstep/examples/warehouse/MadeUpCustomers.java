package dev.lockstep.examples.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two thousand customers whom nobody knows, the same ones every time. */
final class MadeUpCustomers {
  private static final int COUNT = 2000;
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
  private static final int DAYS = 365;

  private MadeUpCustomers() {}

  static List<Customer> all() {
    Random random = new Random(20260101);
    List<Customer> customers = new ArrayList<>();
    for (int id = 1; id <= COUNT; id++) {
      customers.add(customer(id, random));
    }
    return customers;
  }

  /** They leave for reasons, and sometimes for none: no model can be right about all of them. */
  private static Customer customer(int id, Random random) {
    LocalDate since = FIRST.plusDays(random.nextInt(DAYS));
    int orders = random.nextInt(4) + random.nextInt(5) + random.nextInt(5);
    int daysSinceOrder = 1 + (int) (random.nextDouble() * 90 / (1 + orders / 3.0));
    int complaints = Math.max(0, random.nextInt(7) - 3);
    double discount = Math.round(random.nextDouble() * 100) / 100.0;
    double reasons = 1.0 - 0.6 * orders + 0.06 * daysSinceOrder + 0.9 * complaints - 1.2 * discount;
    boolean left = random.nextDouble() < 1 / (1 + Math.exp(-reasons));
    return new Customer(id, since, orders, daysSinceOrder, complaints, discount, left);
  }
}
