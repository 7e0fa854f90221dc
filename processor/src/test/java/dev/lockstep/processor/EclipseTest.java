package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eclipse's compiler says and generates what javac does. With {@code -Dlockstep.ecj=true} all tests
 * of the processor hold it to that, and not only these.
 */
class EclipseTest {
  private static final String PIPELINE =
      """
      record Parts(List<Customer> train, Model[] models, int count) {}
      @Step(description = "Reads.") List<Customer> load(Warehouse warehouse, @Param("3") int n) { return null; }
      @Step Parts split(List<Customer> customers) { return null; }
      @Step(retries = 2, backoff = "PT1S", after = "load") static void use(
          @From("split.models") Model[] models, Parts all, StepContext context) throws Throwable {}
      """;

  @TempDir private Path folder;

  @Test
  void theSameIsGenerated() {
    Compiling.pipeline("@Pipeline(secrets = \"warehouse\", schedule = \"0 4 * * *\")", PIPELINE)
        .onBoth()
        .compile();
  }

  @Test
  void theSameMistakesAreFoundInTheSamePlaces() {
    Compiling.pipeline(
            "@Pipeline(name = \"My Churn\", secrets = {\"warehouse\", \"warehouse\"})",
            """
            int state;
            @SuppressWarnings("lockstep:mutable-field") int silenced;
            @Step private int load(@Param("x") int size, Model missing) { return 1; }
            @Step(after = {"lod", "train"}) List<String> train(Secret gone) { return null; }
            @Step Object any() { return null; }
            """)
        .and(Compiling.IMPORTS + "@SecretSchema record Db(String a) {}")
        .and(Compiling.IMPORTS + "@SecretSchema interface Odd { List<String> bad(); void no(); }")
        .onBoth()
        .compile();
  }

  @Test
  void whatTheCompilerDoesNotReplaceIsNamed() throws IOException {
    Build build =
        new Build(folder, Build.Tool.ECLIPSE, "--release", "17")
            .write("shop.Churn", churn("int"))
            .compile("shop.Churn")
            .silently();

    build.write("shop.Churn", churn("long")).compile("shop.Churn");

    assertThat(build.said())
        .singleElement()
        .asString()
        .startsWith("[LS011] The compiler refuses to write what is generated for 'Churn': ")
        .contains("Fix: delete what an earlier compilation generated");
    build.delete("shop/ChurnRunner");
    build.compile("shop.Churn").silently();
  }

  private static String churn(String type) {
    return Compiling.IMPORTS
        + "@Pipeline public class Churn { @Step %s load() { return 1; } }".formatted(type);
  }
}
