package dev.lockstep.system;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A pipeline of the ordinary kind: generics, records, parameters, a typed secret. */
@Pipeline(secrets = "warehouse", description = "Counts what customers buy.")
class Shop {
  enum Currency {
    EUR,
    USD
  }

  record Customer(String name, int purchases, LocalDate since) {}

  record Split(List<Customer> loyal, List<Customer> others) {}

  @Step
  List<Customer> load(Warehouse warehouse, @Param("2026-01-01") LocalDate since) {
    if (!warehouse.password().reveal().equals("open sesame") || warehouse.port() != 5432) {
      throw new IllegalStateException("wrong secret");
    }
    return List.of(new Customer("Ada", 7, since), new Customer("Bob", 1, since));
  }

  @Step
  Split split(List<Customer> load, @Param("5") int threshold) {
    return new Split(
        load.stream().filter(customer -> customer.purchases() >= threshold).toList(),
        load.stream().filter(customer -> customer.purchases() < threshold).toList());
  }

  @Step
  Map<String, Integer> count(List<Customer> loyal, List<Customer> others) {
    return Map.of("loyal", loyal.size(), "others", others.size());
  }

  @Step
  static String report(
      Map<String, Integer> count,
      Split split,
      @Param("EUR") Currency currency,
      StepContext context) {
    context.logger().info("{} of {}", count.get("loyal"), split.loyal().size());
    return "loyal=" + count.get("loyal") + " others=" + count.get("others") + " in " + currency;
  }
}
