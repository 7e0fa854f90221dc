package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
  @Test
  void allSupportedTypesCompileWithoutWarnings() {
    Compiling.pipeline(
            """
            enum Mode { FAST, SAFE }
            @Step void use(
                @Param String a, @Param("true") boolean b, @Param("1") int c, @Param("1") Long d,
                @Param("1.5") double e, @Param("1") float f, @Param("1") short g, @Param("1") byte h,
                @Param("1") java.math.BigInteger i, @Param("1.5") java.math.BigDecimal j,
                @Param("2026-01-01") LocalDate k, @Param("10:00") LocalTime l,
                @Param("2026-01-01T10:00") LocalDateTime m, @Param("2026-01-01T10:00:00Z") Instant n,
                @Param("PT1M") Duration o, @Param("P1D") Period p, @Param("http://x") URI q,
                @Param("123e4567-e89b-12d3-a456-426614174000") UUID r, @Param("/tmp") Path s,
                @Param("FAST") Mode t, @Param("") String u) {}
            """)
        .passes();
  }

  @ParameterizedTest
  @CsvSource({
    "int, 1.5, it is no whole number without other characters",
    "int, 3000000000, it is out of range",
    "byte, 128, it is out of range",
    "double, 1e999, it is out of range",
    "float, 1e40, it is out of range",
    "boolean, yes, it must be true or false",
    "double, '1,5', it is no number; a decimal point is written '.'",
    "LocalDate, 2026-02-30, there is no such day",
    "LocalDate, 01.02.2026, a date is written like 2026-01-31",
    "Duration, 5m, a duration is written like PT5M or PT0.5S",
  })
  void aDefaultThatDoesNotParseIsAnErrorOnTheValueWithTheReason(
      String type, String text, String reason) {
    Compiling.pipeline("@Step void use(@Param(\"" + text + "\") " + type + " size) {}")
        .fails(
            "[LS051] The default '" + text + "' of parameter 'size' is no " + type + ": " + reason,
            "\"" + text + "\"");
  }

  @Test
  void anUnknownConstantIsAnErrorWithASuggestion() {
    String text =
        Compiling.pipeline("enum Mode { FAST, SAFE } @Step void use(@Param(\"SAVE\") Mode mode) {}")
            .fails("[LS051] The default 'SAVE' of parameter 'mode' is no Churn.Mode", "\"SAVE\"");
    assertThat(text).contains("Did you mean 'SAFE'?").endsWith("Fix: write one of FAST, SAFE.");
  }

  @Test
  void aDefaultThatLooksConfidentialIsNotRepeated() {
    assertThat(
            Compiling.pipeline("@Step void use(@Param(\"hunter2\") int password) {}")
                .fails("[LS051] The default of parameter 'password' is no int", "\"hunter2\""))
        .doesNotContain("hunter2");
  }

  @Test
  void aTypeWithoutConversionListsTheSupportedOnes() {
    assertThat(
            Compiling.pipeline("@Step void use(@Param List<String> names) {}")
                .fails("[LS050] Parameter 'names' is a 'List<String>'", "names"))
        .contains("Supported are String, boolean, int");
    Compiling.pipeline("@Step void use(@Param char[] x) {}").fails("[LS050]", "x)");
    Compiling.pipeline("@Step void use(@Param char x) {}").fails("[LS050]", "x)");
  }

  @Test
  void oneParameterIsDeclaredInOneWay() {
    Compiling.pipeline(
            "@Step void a(@Param(\"1\") int size) {} @Step void b(@Param(\"1\") Integer size) {}")
        .passes();
    Compiling.pipeline(
            "@Step void a(@Param(\"1\") int size) {} @Step void b(@Param(\"2\") int size) {}")
        .fails(
            "[LS052] Steps 'a' and 'b' declare the parameter 'size' with different defaults.",
            "size) {}\n");
    Compiling.pipeline("@Step void a(@Param int size) {} @Step void b(@Param long size) {}")
        .fails(
            "[LS052] Steps 'a' and 'b' declare the parameter 'size' with different types.",
            "size) {}\n");
  }

  @Test
  void namesAreOptionsThatTheRunnerDoesNotHave() {
    Compiling.pipeline("@Step void a(@Param int stack) {}")
        .fails("[LS053] '--stack' is an option of every runner.", "stack");
    Compiling.pipeline("@Step void a(@Param(name = \"noCache\") int x) {}")
        .fails("[LS053] '--no-cache' is an option of every runner.", "\"noCache\"");
    Compiling.pipeline("@Step void a(@Param(name = \"a b\") int x) {}")
        .fails("[LS054] 'a b' cannot be the name of an option of the runner.", "\"a b\"");
    Compiling.pipeline("@Step void a(@Param(name = \"My Rate\") int x) {}")
        .fails("[LS054] 'My Rate' cannot be the name of an option", "\"My Rate\"");
  }

  @Test
  void aSecretIsNoParameter() {
    Compiling.pipeline(
            "@Pipeline(secrets = \"warehouse\")", "@Step void a(@Param Warehouse warehouse) {}")
        .fails("[LS055] Parameter 'warehouse' of step 'a' is a secret", "warehouse)");
    Compiling.pipeline("@Step void a(@Param SecretValue password) {}")
        .fails("[LS055]", "password)");
  }

  @Test
  void annotationsThatExcludeEachOtherAreAnError() {
    Compiling.pipeline("@Step void a(@Param @From(\"x\") int size) {}")
        .fails("[LS019] Parameter 'size' of step 'a' is marked @Param and @From.", "size");
    Compiling.pipeline("@Step int x() { return 1; } @Step void a(@SecretName(\"x\") int x) {}")
        .fails("[LS048] @SecretName has no effect: int is neither", "x)");
  }

  @Test
  void aStepDeclaresAParameterOnce() {
    Compiling.pipeline(
            "@Step void a(@Param(\"1\") int size, @Param(value = \"2\", name = \"size\") int"
                + " other) {}")
        .fails(
            "[LS052] Step 'a' declares the parameter 'size' twice, with different defaults.",
            "other");
  }

  @Test
  void infinityIsWrittenAsSuch() {
    Compiling.pipeline("@Step void a(@Param(\"-Infinity\") double least) {}").passes();
  }

  @Test
  void annotationsOnTheContextAndOnSecretsHaveNoEffect() {
    Compiling.pipeline("@Step void a(@Param StepContext context) {}")
        .fails("[LS048] @Param has no effect on the step's context.", "context)");
    Compiling.pipeline("@Pipeline(secrets = \"aws\")", "@Step void a(@From(\"x\") Secret aws) {}")
        .fails(
            "[LS048] @From has no effect on a secret; @SecretName says which one it is.", "aws)");
  }

  @Test
  void annotationsThatThisVersionDoesNotSupportAreErrors() {
    Compiling.pipeline(
            "@Step List<Model> load() { return List.of(); } @Step void use(@Each Model model) {}")
        .fails("[LS043] Parameter 'model' of step 'use' is marked @Each", "model");
  }

  @Test
  void oneOfTheStepsThatShareAParameterDescribesIt() {
    String plain = "@Param(\"1\") int size";
    String described = "@Param(value = \"1\", description = \"How many.\") int size";
    for (String first : List.of(plain, described)) {
      String second = first.equals(plain) ? described : plain;
      Compilation compilation =
          Compiling.pipeline("@Step void a(" + first + ") {} @Step void b(" + second + ") {}")
              .passes();
      assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json"))
          .containsOnlyOnce("\"description\": \"How many.\"");
    }
  }
}
