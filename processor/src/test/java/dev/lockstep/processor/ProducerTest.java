package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a parameter that no output, or no single one, fits; and when nothing is. */
class ProducerTest {
  private static final String LS012 = "[LS012] Step 'use' needs a";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Object | Model | [LS025]",
        "Optional<Model> | Model | [LS026]",
        "Stream<Model> | List<Model> | [LS026]",
        "Optional<Integer> | int | [LS026]",
        "IntStream | Model | [LS026]",
        "<T> Matrix | Model | [LS023]",
      })
  void aStepThatWasRefusedMayHaveBeenMeantAsTheProducer(
      String refused, String needed, String error) {
    Compiling.pipeline(
            "@Step " + refused + " load() { return null; } @Step void use(" + needed + " x) {}")
        .fails(error + " Step 'load' ", "load()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Optional<Model> | Matrix | [LS026]",
        "Stream<Model> | List<Matrix> | [LS026]",
        "<T> void | Model | [LS023]",
      })
  void aStepThatWasRefusedAndCannotBeMeantChangesNothing(
      String refused, String needed, String error) {
    Compiling.pipeline(
            "@Step "
                + refused
                + " load() { throw new IllegalStateException(); } @Step void use("
                + needed
                + " x) {}")
        .failsWith(expected(error, "load()"), expected(LS012, "x)"));
  }

  @Test
  void aRawTypeMayBeMeantWhereItsClassIsNeeded() {
    String load = "@SuppressWarnings(\"rawtypes\") @Step ArrayList load() { return null; }";
    Compiling.pipeline(load + " @Step void use(List<Model> x) {}").fails("[LS024]", "load()");
    Compiling.pipeline(load + " @Step void use(Model x) {}")
        .failsWith(expected("[LS024]", "load()"), expected(LS012, "x)"));
  }

  @Test
  void aTypeVariableMayBeMeantAsAnything() {
    Compiling.source(
            Compiling.IMPORTS
                + "@Pipeline public class Churn<T> { @Step T load() { return null; }"
                + " @Step void use(String x) {} }")
        .failsWith(
            expected("[LS007]", "class Churn"),
            expected("[LS024] Step 'load' returns T, which is a type variable.", "load()"));
  }

  @Test
  void ofTwoStepsOfOneNameNobodyKnowsWhichIsMeant() {
    String twins =
        "@Step Model dup() { return null; } @Step Model dup(StepContext c) {return null;}";
    Compiling.pipeline(twins + "@Step void use(Model model) {}")
        .fails("[LS028]", "dup(StepContext");
    Compiling.pipeline(twins + "@Step void use(Matrix x) {}")
        .failsWith(expected("[LS028]", "dup(StepContext"), expected(LS012, "x)"));
  }

  @Test
  void aClassWhoseStepsAreNotKnownMayHoldTheProducer() {
    Compiling.source(
            Compiling.IMPORTS
                + "@Pipeline(steps = Steps.class) public class Churn { @Step void use(String x) {} }")
        .and(Compiling.IMPORTS + "interface Steps { @Step String load(); }")
        .fails("[LS001] Step class 'Steps' is an interface", ".class");
    Compiling.source(
            Compiling.IMPORTS
                + "@Pipeline public class Churn extends Base { @Step void use(String x) {} }")
        .and(
            Compiling.IMPORTS
                + "@SuppressWarnings(\"lockstep:orphan-step\") class Base { @Step String load() { return null; } }")
        .fails("[LS032]", "class Churn");
  }

  @Test
  void whereNothingElseIsReturnedTheParameterMayBeNoArtifact() {
    assertThat(
            Compiling.pipeline(
                    "@Step void other() {} @Step Matrix use(Model model) { return null; }")
                .fails(LS012, "model"))
        .contains("No other step returns anything.")
        .endsWith(
            "Fix: add a step that returns Model, or mark the parameter with @Param or as a secret.");
  }

  @Test
  void aStepThatReturnsNothingIsMeantByItsNameAlone() {
    Compiling.pipeline("@Step void use(Model use) {}").fails(LS012, "use) {}");
    assertThat(
            Compiling.pipeline("@Step void load() {} @Step void use(Model load) {}")
                .fails("[LS045] Step 'use' takes 'load' from step 'load'", "load) {}"))
        .endsWith(
            "Fix: let 'load' return Model, or remove the parameter and write @Step(after ="
                + " \"load\").");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int | Long | int is not converted to Long",
        "Double | float | Double is not converted to float",
        "List<Model> | List<Matrix> | List<Model> is not the same as List<Matrix>",
        "Number | Integer | Number is a supertype of Integer",
      })
  void whatNearlyFitsIsNamedWithTheReason(String offered, String needed, String reason) {
    assertThat(
            Compiling.pipeline(
                    "@Step %s make() { throw new IllegalStateException(); } @Step void use(%s x) {}"
                        .formatted(offered, needed))
                .fails("[LS012]", "x)"))
        .contains("'make' comes near: " + reason + ".");
  }

  @Test
  void anOutputOfTheNameIsNearWhateverItsType() {
    assertThat(
            Compiling.pipeline("@Step Model load() { return null; } @Step void use(Matrix load) {}")
                .fails("[LS012]", "load) {}"))
        .contains("'load' comes near: Model is not assignable to Matrix.");
  }

  @ParameterizedTest
  @CsvSource({"boolean, int", "int, Boolean", "String, int", "Model, Matrix"})
  void whatIsFarIsNotCalledNear(String offered, String needed) {
    assertThat(
            Compiling.pipeline(
                    "@Step %s make() { throw new IllegalStateException(); } @Step void use(%s x) {}"
                        .formatted(offered, needed))
                .fails("[LS012]", "x)"))
        .doesNotContain("comes near");
  }

  @Test
  void whoeverNeedsItsOwnOutputIsToldOfTheOthers() {
    assertThat(
            Compiling.pipeline(
                    "@Step Model a(Model m) { return null; } @Step Matrix b() { return null; }"
                        + " @Step void c() {} @Step Split d() { return null; }")
                .fails("[LS015] Step 'a' needs its own output 'a' as 'm'.", "m)"))
        .contains("The other steps with outputs are 'b', 'd'.");
    assertThat(
            Compiling.pipeline("@Step Model a(Model m) { return null; } @Step void c() {}")
                .fails("[LS015]", "m)"))
        .contains("No other step returns anything.")
        .endsWith("Fix: add a step that returns the Model to start from.");
  }

  @Test
  void aClassWhoseStepsAreKnownDoesNotHoldTheProducer() {
    Compiling.source(
            Compiling.IMPORTS
                + "@Pipeline(steps = Steps.class) public class Churn { @Step void use(String x) {} }")
        .and(Compiling.IMPORTS + "class Steps { @Step long count() { return 1; } }")
        .fails(LS012 + " 'String'", "x)");
  }
}
