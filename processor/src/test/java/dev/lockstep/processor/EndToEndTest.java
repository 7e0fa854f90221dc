package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

class EndToEndTest {
  @Test
  void theDesignsExampleCompilesWithoutWarningsAndGeneratesWhatTheRuntimeReads() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @SecretSchema("warehouse")
                      public interface Warehouse {
                        URI url();
                        String username();
                        SecretValue password();
                        Optional<SecretValue> token();
                        default int port() { return 5432; }
                        char[] pin();
                        Optional<byte[]> blob();
                        enum Mode { FAST, SAFE }
                        Mode mode();
                      }
                      """)
            .and(
                Compiling.IMPORTS
                    + """
                      @Pipeline(secrets = {"warehouse", "aws"})
                      public class Churn {
                        record Customer(String name) {}
                        record Model(double weight) {}
                        record Split(List<Customer> train, List<Customer> test, int count) {}
                        @Step List<Customer> load(Warehouse warehouse, @Param("2026-01-01") LocalDate since) {
                          return List.of();
                        }
                        @Step Split split(List<Customer> customers) { return new Split(customers, customers, 1); }
                        @Step Model fit(@From("split.train") List<Customer> customers, @Param("0.01") double learningRate, Split all) {
                          return new Model(1);
                        }
                        @Step(name = "final-publish", retries = 3, timeout = "PT5M")
                        static void publish(Model model, @SecretName("aws") Secret credentials, StepContext context) throws Throwable {}
                      }
                      """)
            .passes();

    System.out.println(Compiling.generated(compilation, "shop/WarehouseSchema.java"));
    System.out.println(Compiling.generated(compilation, "shop/ChurnRunner.java"));
    System.out.println(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"));
    assertThat(compilation.generatedFiles()).isNotEmpty();
  }
}
