package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pipelines of ten steps that receive five secrets. Each unit is one pipeline. */
final class Pipelines implements Input {
  private static final String PIPELINE =
      """
      import dev.lockstep.*;
      import dev.lockstep.run.StepContext;
      import java.time.LocalDate;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Optional;

      @Pipeline(
          name = "churn-#",
          secrets = {"warehouse", "registry", "lake", "mail", "metrics"},
          schedule = "30 4 * * 1-5",
          description = "Finds customers who are about to leave.")
      public class Churn {
        record Customer(String id, LocalDate since, double revenue) {}

        record Order(String customer, double amount) {}

        record Features(List<double[]> rows, int width) {}

        record Split(Features train, Features test) {}

        record Model(double[] weights, double bias) {}

        record Evaluation(double accuracy, int samples) {}

        record Score(String customer, double probability) {}

        @Step
        List<Customer> customers(Warehouse warehouse, @Param("2026-01-01") LocalDate since) {
          List<Customer> customers = new ArrayList<>();
          for (int i = 0; i < 100; i++) {
            customers.add(new Customer(warehouse.username() + i, since.plusDays(i), i));
          }
          return customers;
        }

        @Step(retries = 2)
        List<Order> orders(Warehouse warehouse, List<Customer> customers) {
          List<Order> orders = new ArrayList<>();
          for (Customer customer : customers) {
            orders.add(new Order(customer.id(), customer.revenue() / warehouse.port()));
          }
          return orders;
        }

        @Step
        Features features(List<Customer> customers, List<Order> orders) {
          List<double[]> rows = new ArrayList<>();
          for (Order order : orders) {
            rows.add(new double[] {order.amount(), customers.size()});
          }
          return new Features(rows, 2);
        }

        @Step
        Split split(Features features, @Param(value = "0.2", description = "Kept for tests.") double share) {
          int cut = (int) (features.rows().size() * (1 - share));
          return new Split(
              new Features(features.rows().subList(0, cut), features.width()),
              new Features(features.rows().subList(cut, features.rows().size()), features.width()));
        }

        @Step(cache = Cache.ON, timeout = "PT1H")
        Model model(
            @From("split.train") Features train,
            @Param("0.01") double learningRate,
            @Param("50") int rounds) {
          double[] weights = new double[train.width()];
          for (int i = 0; i < rounds; i++) {
            weights[i % weights.length] += learningRate;
          }
          return new Model(weights, 0);
        }

        @Step
        Evaluation evaluation(Model model, @From("split.test") Features test) {
          double right = 0;
          for (double[] row : test.rows()) {
            right += row[0] * model.weights()[0] > model.bias() ? 1 : 0;
          }
          return new Evaluation(right / test.rows().size(), test.rows().size());
        }

        @Step(retries = 3, timeout = "PT5M")
        String register(Model model, Evaluation evaluation, Registry registry) {
          return registry.endpoint() + "/" + model.weights().length + "/" + evaluation.samples();
        }

        @Step
        List<Score> scores(Model model, List<Customer> customers) {
          List<Score> scores = new ArrayList<>();
          for (Customer customer : customers) {
            scores.add(new Score(customer.id(), customer.revenue() * model.weights()[0]));
          }
          return scores;
        }

        @Step(retries = 5, backoff = "PT2S")
        void export(List<Score> scores, @SecretName("lake") Lake target) {
          System.out.println(scores.size() + " to " + target.bucket());
        }

        @Step(name = "tell", after = "register")
        void tellEverybody(
            Evaluation evaluation, Optional<Mail> mail, Metrics metrics, StepContext context) {
          System.out.println(evaluation.accuracy() + " " + mail.isPresent() + metrics.project());
        }
      }
      """;

  private static final String IMPORTS =
      """
      import dev.lockstep.*;
      import dev.lockstep.secret.SecretValue;
      import java.net.URI;
      import java.time.Duration;
      import java.util.Optional;

      """;

  @Override
  public String title() {
    return "Lockstep";
  }

  @Override
  public Map<String, String> sources(int size) {
    return Units.of(size, classes());
  }

  static Map<String, String> classes() {
    Map<String, String> classes = new LinkedHashMap<>();
    classes.put(
        "Warehouse",
        schema(
            """
            @SecretSchema
            interface Warehouse {
              URI url();

              String username();

              SecretValue password();

              Optional<SecretValue> token();

              default int port() {
                return 5432;
              }
            }
            """));
    classes.put(
        "Registry",
        schema(
            """
            @SecretSchema
            interface Registry {
              URI endpoint();

              @Key(pattern = "[A-Z0-9]{16,32}")
              SecretValue accessKey();

              SecretValue secretKey();

              Optional<String> region();
            }
            """));
    classes.put(
        "Lake",
        schema(
            """
            @SecretSchema(value = "data_lake", description = "Where scores go.")
            interface Lake {
              enum Tier {
                HOT,
                COLD
              }

              @Key(masked = false)
              String bucket();

              SecretValue sasToken();

              Tier tier();

              Optional<Boolean> encrypted();
            }
            """));
    classes.put(
        "Mail",
        schema(
            """
            @SecretSchema
            interface Mail {
              String host();

              int port();

              String user();

              @Key("smtp-password")
              SecretValue password();
            }
            """));
    classes.put(
        "Metrics",
        schema(
            """
            @SecretSchema
            interface Metrics {
              String project();

              SecretValue apiKey();

              default Duration interval() {
                return Duration.ofSeconds(30);
              }

              Optional<URI> proxy();
            }
            """));
    classes.put("Churn", PIPELINE);
    return classes;
  }

  private static String schema(String text) {
    return IMPORTS + text;
  }
}
