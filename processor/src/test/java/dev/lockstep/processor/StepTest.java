package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepTest {
  @Test
  void aStepCanBeCalled() {
    Compiling.pipeline("@Step private int load() { return 1; }")
        .fails("[LS021] Step 'load' is private.", "load");
    Compiling.pipeline("@Step <T> List<T> load() { return null; }")
        .fails("[LS023] Step 'load' is generic.", "load");
    Compiling.pipeline("@Step int[] load() { return null; } @Step void use(int... all) {}")
        .fails("[LS027] Step 'use' has variable arguments ('all').", "all");
    Compiling.source(
            Compiling.IMPORTS
                + "@Pipeline public abstract class Churn { @Step abstract int load(); }")
        .failsWith(
            expected("[LS004] Pipeline 'Churn' is abstract.", "class Churn"),
            expected("[LS022] Step 'load' is abstract.", "load()"));
  }

  @Test
  void aResultHasAnExactTypeThatCanBeStored() {
    Compiling.pipeline("@SuppressWarnings(\"rawtypes\")\n@Step List load() { return null; }")
        .fails("[LS024] Step 'load' returns List, which leaves its type arguments open.", "load");
    Compiling.pipeline("@Step Object load() { return null; }")
        .fails("[LS025] Step 'load' returns Object.", "load");
    Compiling.pipeline("@Step CompletableFuture<Model> load() { return null; }")
        .fails("[LS026] Step 'load' returns CompletableFuture<Model>", "load");
    Compiling.pipeline("@Step IntStream load() { return null; }")
        .fails("[LS026] Step 'load' returns IntStream", "load");
  }

  @Test
  void namesAreDifferentAndWellFormed() {
    String text =
        Compiling.pipeline(
                "@Step int load(String s) { return 1; } @Step long load() { return 1; }"
                    + "@Step String s() { return null; }")
            .fails("[LS028] Two steps of 'Churn' are called 'load'.", "load()");
    assertThat(text).contains("They are Churn.load(String) and Churn.load().");
    Compiling.pipeline("@Step int load() { return 1; } @Step long Load() { return 1; }")
        .warns("[LS029] The names of the steps 'load' and 'Load' differ only in case.", "Load");
    assertThat(
            Compiling.pipeline("@Step(name = \"a.b\") int load() { return 1; }")
                .fails("[LS030] 'a.b' cannot be the name of a step.", "\"a.b\""))
        .endsWith("@Step(name = \"a-b\").");
    Compiling.pipeline("@Step int größe() { return 1; }").fails("[LS030] 'größe'", "größe");
  }

  @Test
  void afterNamesOtherStepsAndSaysSomethingNew() {
    String steps = "@Step Model fit() { return null; } ";
    assertThat(
            Compiling.pipeline(steps + "@Step(after = \"fti\") void use() {}")
                .fails("[LS033] Step 'use' is after 'fti', which is no step", "\"fti\""))
        .endsWith("Fix: name one of its steps: fit, use.");
    assertThat(
            Compiling.pipeline(steps + "@Step(after = {\"fit\", \"fiit\"}) void use() {}")
                .fails("[LS033]", "\"fiit\""))
        .contains("Did you mean 'fit'?");
    Compiling.pipeline(steps + "@Step(after = \"use\") void use() {}")
        .fails("[LS034] Step 'use' is after itself.", "\"use\"");
    Compiling.pipeline(steps + "@Step(after = \"fit\") void use(Model model) {}")
        .warns("[LS035] Step 'use' is after 'fit' anyway.", "\"fit\"");
    Compiling.pipeline("@Step(after = \"b\") void a() {} @Step(after = \"a\") void b() {}")
        .fails("[LS014] Step 'b' waits for itself.", "\"a\"");
  }

  @Test
  void attemptsAreWhatTheySay() {
    Compiling.pipeline("@Step(retries = -1) void a() {}")
        .fails("[LS037] Step 'a' has -1 retries.", "-1");
    Compiling.pipeline("@Step(timeout = \"5m\") void a() {}")
        .fails("[LS036] The timeout of step 'a' is no duration: '5m'.", "\"5m\"");
    Compiling.pipeline("@Step(timeout = \"PT0S\") void a() {}")
        .fails("[LS036] The timeout of step 'a' must be longer than nothing", "\"PT0S\"");
    Compiling.pipeline("@Step(backoff = \"PT1S\") void a() {}")
        .warns("[LS038] Step 'a' has a backoff and no retries.", "\"PT1S\"");
    Compiling.pipeline("@Step(resources = @Resources(memory = \"2 GB\")) void a() {}")
        .fails("[LS041] The memory of step 'a' is no quantity: '2 GB'.", "\"2 GB\"");
  }

  @Test
  void retriesThatAreWrittenSayMoreThanTheDefault() {
    Compiling.pipeline("@Step(retries = 0) void a() {}")
        .warns("[LS059] Step 'a' has 0 retries, as every step by default.", "0)");
    Compiling.pipeline(
            "@Step(retries = 1) void a() {} @Step(backoff = \"PT1S\", retries = 1) void b() {}")
        .passes();
  }

  @Test
  void aBackoffBesideNoRetriesIsOneMistake() {
    Compiling.pipeline("@Step(retries = 0, backoff = \"PT1S\") void a() {}")
        .warns("[LS038] Step 'a' has a backoff and no retries.", "\"PT1S\"");
  }

  @Test
  void aMaterializerServesItsStep() {
    String of =
        "static class M implements Materializer<%s> { public void write(%<s v, java.lang.reflect"
            + ".Type t, ArtifactWriter w) {} public %<s read(java.lang.reflect.Type t, ArtifactReader r) {"
            + " return null; } } ";
    String step = "@Step(materializer = M.class) Model fit() { return null; } ";
    Compiling.pipeline(of.formatted("Model") + step + "@Step void use(Model m) {}").passes();
    Compiling.pipeline(of.formatted("Matrix") + step)
        .fails(
            "[LS039] Materializer 'M' of step 'fit' writes Matrix, and the step returns Model.",
            ".class");
    Compiling.pipeline("static class M {} " + step)
        .fails("[LS039] Materializer 'M' of step 'fit' implements no Materializer<T>", ".class");
    Compiling.pipeline("abstract " + of.formatted("Model") + step)
        .fails("[LS039] Materializer 'M' of step 'fit' is abstract.", ".class");
    Compiling.pipeline(of.formatted("Model") + "@Step(materializer = M.class) void fit() {}")
        .fails("[LS039] Materializer 'M' of step 'fit' has nothing to write", ".class");
    Compiling.pipeline(
            of.formatted("Split")
                + "@Step(materializer = M.class) Split s() { return null; } @Step void use(Matrix train) {}")
        .fails("[LS039] Materializer 'M' of step 's' cannot be used: a component", ".class");
  }

  @Test
  void aDurationFitsIntoALifetime() {
    Compiling.pipeline("@Step(timeout = \"P36500D\") void a() {}").passes();
    Compiling.pipeline("@Step(timeout = \"PT99999999999999H\") void a() {}")
        .fails(
            "[LS036] The timeout of step 'a' is longer than 36,500 days: 'PT99999999999999H'.",
            "\"PT99999999999999H\"");
    Compiling.pipeline("@Step(retries = 1, backoff = \"P36501D\") void a() {}")
        .fails("[LS036] The backoff of step 'a' is longer than 36,500 days", "\"P36501D\"");
  }

  @Test
  void twoSwappedLettersAreOneMistake() {
    assertThat(
            Compiling.pipeline(
                    "@Step Model fit() { return null; } @Step(after = \"ift\") void use() {}")
                .fails("[LS033] Step 'use' is after 'ift', which is no step", "\"ift\""))
        .contains("Did you mean 'fit'?");
  }

  @Test
  void whatIsWrongWithABackoffIsSaidOnce() {
    Compiling.pipeline("@Step(backoff = \"5s\") void a() {}")
        .fails("[LS036] The backoff of step 'a' is no duration: '5s'.", "\"5s\"");
  }

  @Test
  void ofTwoEqualNamesInAfterTheSecondIsTooMuch() {
    Compiling.pipeline("@Step void load() {} @Step(after = {\"load\", \"load\"}) void use() {}")
        .warns("[LS035] Step 'use' is after 'load' anyway.", "\"load\"})");
    Compiling.pipeline("@Step void load() {} @Step(after = {\"x\", \"x\"}) void use() {}")
        .fails("[LS033] Step 'use' is after 'x', which is no step", "\"x\", ");
  }

  @Test
  void aClassLiteralThatIsNoClassIsNamed() {
    Compiling.pipeline("@Step(materializer = int.class) Model fit() { return null; }")
        .fails("[LS039] Materializer 'int' of step 'fit' is no class.", ".class)");
  }

  @Test
  void whatComesBeforeByWayOfAnotherStepComesBeforeAnyway() {
    Compiling.pipeline(
            "@Step void a() {} @Step(after = \"a\") void b() {} @Step(after = {\"a\", \"b\"}) void c()"
                + " {}")
        .warns("[LS035] Step 'c' is after 'a' anyway.", "\"a\", ");
    Compiling.pipeline(
            "@Step void a() {} @Step void b() {} @Step(after = {\"a\", \"b\"}) void c() {}")
        .passes();
  }

  @Test
  void aStepThatIsTwiceAfterItselfIsToldOnce() {
    Compiling.pipeline("@Step(after = {\"a\", \"a\"}) void a() {}")
        .fails("[LS034] Step 'a' is after itself.", "\"a\", ");
  }

  @Test
  void aPauseMayBeNothingAndNoTimeIsNegative() {
    Compiling.pipeline("@Step(retries = 1, backoff = \"PT0S\") void a() {}").passes();
    Compiling.pipeline("@Step(retries = 1, backoff = \"-PT1S\") void a() {}")
        .fails("[LS036] The backoff of step 'a' must be longer than nothing", "\"-PT1S\"");
    Compiling.pipeline("@Step(timeout = \"-PT1S\") void a() {}")
        .fails("[LS036] The timeout of step 'a' must be longer than nothing", "\"-PT1S\"");
  }

  @Test
  void resourcesAreQuantities() {
    Compiling.pipeline(
            "@Step(resources = @Resources(cpu = \"500m\", memory = \"1.5Gi\")) void a() {}")
        .passes();
    assertThat(
            Compiling.pipeline("@Step(resources = @Resources(cpu = \"two\")) void a() {}")
                .fails("[LS041] The cpu of step 'a' is no quantity: 'two'.", "\"two\""))
        .endsWith("such as 500m or 2.");
  }

  @Test
  void aStepOfAnotherPackageIsPublic() {
    Compiling.source(
            Compiling.IMPORTS + "@Pipeline(steps = other.Steps.class)\npublic class Churn {}")
        .and(
            "package other; import dev.lockstep.*;"
                + " @SuppressWarnings(\"lockstep:orphan-step\") public class Steps { @Step void a() {} }")
        .fails(
            "[LS021] Step 'a' of 'Steps' cannot be called from the package 'shop' of the runner.",
            "a() {}");
    Compiling.source(
            Compiling.IMPORTS + "@Pipeline(steps = other.Steps.class)\npublic class Churn {}")
        .and(
            "package other; import dev.lockstep.*; public class Steps { @Step public void a() {} }")
        .passes();
  }
}
