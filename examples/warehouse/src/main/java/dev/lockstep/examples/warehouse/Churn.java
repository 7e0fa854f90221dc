package dev.lockstep.examples.warehouse;

import dev.lockstep.Param;
import dev.lockstep.Pipeline;
import dev.lockstep.SecretName;
import dev.lockstep.Step;
import dev.lockstep.run.StepContext;
import dev.lockstep.secret.AwsSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Learns which customers leave, and publishes what it learned. */
@Pipeline(
    secrets = {"warehouse", "aws"},
    description = "Learns from the warehouse which customers leave, and publishes the model.")
public class Churn {

  @Step
  List<Customer> load(
      Warehouse warehouse,
      @Param(value = "2026-01-01", description = "customers whose contract is older are left out")
          LocalDate since,
      StepContext context)
      throws SQLException {
    context.logger().info("{} reads the customers since {}", warehouse.username(), since);
    try (Connection connection = Database.connect(warehouse)) {
      return Database.customers(connection, since);
    }
  }

  @Step
  Model train(
      List<Customer> customers,
      @Param(value = "0.01", description = "how far the learner moves after each customer")
          double learningRate) {
    return Learner.learn(customers, learningRate);
  }

  @Step
  String report(Model model) {
    return model.report();
  }

  @Step(retries = 3, timeout = "PT5M")
  void publish(
      Model model,
      @SecretName("aws") AwsSecret credentials,
      @Param(value = "target/bucket", description = "a folder that stands in for a bucket")
          Path bucket,
      StepContext context)
      throws IOException {
    Path file = new Bucket(bucket).put("churn/model.csv", model.csv(), credentials);
    context.logger().info("published {}", file);
  }
}
