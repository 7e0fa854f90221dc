package dev.lockstep.examples.warehouse;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer, as of one quarter ago, and what became of them since.
 *
 * @param since when the contract began
 * @param orders how many orders they placed in the quarter before
 * @param daysSinceOrder how long ago the last one was
 * @param complaints how often they complained in that quarter
 * @param discount the share of their orders with a discount, 0 to 1
 * @param left whether they have cancelled their contract since
 */
record Customer(
    int id,
    LocalDate since,
    int orders,
    int daysSinceOrder,
    int complaints,
    double discount,
    boolean left) {
  /** What can be known about a customer before they leave, in the order of {@link #features}. */
  static final List<String> FEATURES =
      List.of("orders", "days since order", "complaints", "discount");

  double[] features() {
    return new double[] {orders, daysSinceOrder, complaints, discount};
  }
}
