package shop;

import dev.lockstep.Isolation;
import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Finds the customers that buy no more. */
@Pipeline(secrets = {"warehouse", "smtp"})
class Churn {
  record Customer(String name, LocalDate lastSeen) {}

  record Split(List<Customer> lost, List<Customer> loyal) {}

  @Step
  List<Customer> load(Warehouse warehouse, StepContext context) {
    context.logger().info("reads {} as {}", warehouse.url(), warehouse.username());
    if (!warehouse.password().reveal().equals("open sesame")) {
      throw new IllegalStateException("cannot log in with " + warehouse.password().reveal());
    }
    return List.of(
        new Customer("Ada", LocalDate.of(2026, 10, 1)), new Customer("Bob", LocalDate.EPOCH));
  }

  @Step
  Split split(List<Customer> load, @Param("2026-01-01") LocalDate since) {
    return new Split(
        load.stream().filter(customer -> customer.lastSeen().isBefore(since)).toList(),
        load.stream().filter(customer -> !customer.lastSeen().isBefore(since)).toList());
  }

  @Step
  int count(List<Customer> lost) {
    return lost.size();
  }

  @Step
  Path report(List<Customer> lost, StepContext context) throws IOException {
    Path report = context.workFolder().resolve("report.txt");
    return Files.writeString(report, "Lost: " + lost.get(0).name());
  }

  @Step(secrets = "smtp", isolation = Isolation.PROCESS)
  String mail(int count, StepContext context) {
    return count + " lost, told " + context.environment().keySet();
  }
}
