package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineClassTest {
  private static Compiling churn(String declaration) {
    return Compiling.source(Compiling.IMPORTS + declaration);
  }

  @Test
  void aPipelineIsAClassAndNothingElseIsSaidOfAnotherKind() {
    churn("@Pipeline\npublic interface Churn { @Step int load(); }")
        .fails("[LS001] Pipeline 'Churn' is an interface, and must be a class.", "interface");
    churn("@Pipeline\npublic record Churn(int x) { @Step private int load() { return 1; } }")
        .fails("[LS001] Pipeline 'Churn' is a record", "record");
    churn("@Pipeline\npublic enum Churn { A }")
        .fails("[LS001] Pipeline 'Churn' is an enum", "enum");
  }

  @Test
  void aPrivatePipelineIsAnErrorThatNamesThePrivateClass() {
    churn("class Churn { @Pipeline private static class P { @Step int load() { return 1; } } }")
        .fails("[LS002] Pipeline 'Churn.P' is private.", "class P");
    String text =
        churn(
                "class Churn { private static class Q { @Pipeline static class P { @Step int a() {"
                    + " return 1; } } } }")
            .fails("[LS002] Pipeline 'Churn.Q.P' is inside 'Q', which is private.", "class P");
    assertThat(text).endsWith("Fix: remove 'private' from 'Q'.");
  }

  @Test
  void anInnerAbstractOrGenericClassIsNoPipeline() {
    churn("class Churn { @Pipeline class P { @Step int load() { return 1; } } }")
        .fails("[LS003] Pipeline 'Churn.P' is an inner class", "class P");
    churn("@Pipeline\npublic abstract class Churn { @Step int load() { return 1; } }")
        .fails("[LS004] Pipeline 'Churn' is abstract.", "class");
    churn("@Pipeline\npublic class Churn<T> { @Step int load() { return 1; } }")
        .fails("[LS007] Pipeline 'Churn' is generic.", "class Churn");
  }

  @Test
  void aConstructorWithoutParametersIsNeededAndThoseFoundAreListed() {
    String text =
        churn(
                "@Pipeline\npublic class Churn { private Churn() {} Churn(String a, List<String> b) {}"
                    + " @Step int load() { return 1; } }")
            .fails("[LS005] Pipeline 'Churn' has no constructor", "class Churn");
    assertThat(text).contains("It has: private Churn(); Churn(String, List).");
    churn(
            "@Pipeline\npublic class Churn { Churn() throws IOException {} @Step int load() { return"
                + " 1; } }")
        .fails("[LS006] The constructor of pipeline 'Churn' throws IOException.", "class Churn");
  }

  @Test
  void thePipelineNeedsAPackage() {
    Compiling.source(
            "import dev.lockstep.*; @Pipeline public class Churn { @Step int load() { return 1; } }")
        .fails("[LS008] Pipeline 'Churn' is in no package.", "class Churn");
  }

  @Test
  void aPipelineWithoutStepsListsMethodsThatLackTheAnnotation() {
    String text =
        churn("@Pipeline\npublic class Churn { int load() { return 1; } void train() {} }")
            .fails("[LS009] Pipeline 'Churn' has no steps.", "class Churn");
    assertThat(text).contains("Methods without @Step: load, train.");
  }

  @Test
  void aMalformedNameIsAnErrorOnTheValueThatProposesAnother() {
    String text =
        churn(
                "@Pipeline(name = \"Daily Churn\")\npublic class Churn { @Step int load() { return 1; } }")
            .fails("[LS010] 'Daily Churn' cannot be the name of a pipeline.", "\"Daily Churn\"");
    assertThat(text).endsWith("Fix: @Pipeline(name = \"daily-churn\").");
  }

  @Test
  void aTakenNameOfTheRunnerIsAnError() {
    churn("@Pipeline\npublic class Churn { @Step int load() { return 1; } }\nclass ChurnRunner {}")
        .fails("[LS011] The runner of 'Churn' would be called ChurnRunner", "class Churn {");
    churn(
            """
            public class Churn {
              @Pipeline static class P { @Step int load() { return 1; } }
            }
            @Pipeline class Churn_P { @Step int load() { return 1; } }
            """)
        .fails("[LS011] The runner of 'Churn_P' would be called Churn_PRunner", "class Churn_P");
  }

  @Test
  void aScheduleIsFiveFieldsWithinTheirRanges() {
    String steps = "\npublic class Churn { @Step int load() { return 1; } }";
    churn("@Pipeline(schedule = \"0 25 * * *\")" + steps)
        .fails("[LS040] '0 25 * * *' is no schedule: '25' is no hour.", "\"0 25 * * *\"");
    churn("@Pipeline(schedule = \"daily\")" + steps)
        .fails("[LS040] 'daily' is no schedule: it has 1 field and not five.", "\"daily\"");
    churn("@Pipeline(schedule = \"*/5 4-6,8 1 jan-mar MON\")" + steps).passes();
  }

  @Test
  void aStepInASuperclassIsNamed() {
    churn(
            """
            @Pipeline
            public class Churn extends Base { @Step int load() { return 1; } }
            @SuppressWarnings("lockstep:orphan-step")
            class Base { @Step int prepare() { return 1; } }
            """)
        .fails(
            "[LS032] Pipeline 'Churn' inherits methods marked @Step: Base.prepare.", "class Churn");
  }

  @Test
  void aMutableFieldIsAWarningThatCanBeSilenced() {
    churn("@Pipeline\npublic class Churn { int count; @Step int load() { return 1; } }")
        .warns("[LS042] Field 'count' of 'Churn' carries nothing", "count");
    churn(
            "@Pipeline\npublic class Churn { @SuppressWarnings(\"lockstep:mutable-field\") int count;"
                + " @Step int load() { return 1; } }")
        .passes();
  }

  @Test
  void includedClassesMustBeUsableToo() {
    churn("@Pipeline(steps = Other.class)\npublic class Churn {}\ninterface Other {}")
        .fails("[LS001] Step class 'Other' is an interface", ".class");
    churn("@Pipeline(steps = Other.class)\npublic class Churn {}\nclass Other { int count; }")
        .fails("[LS046] 'Other' has no methods marked @Step.", ".class");
    churn("@Pipeline(steps = int.class)\npublic class Churn { @Step int load() { return 1; } }")
        .fails("[LS001] Step class 'int' is no class", ".class");
    churn("@Pipeline(steps = java.util.ArrayList.class)\npublic class Churn {}")
        .fails("[LS007] Step class 'ArrayList' is generic.", ".class");
  }

  @Test
  void everyMistakeOfACompilationIsReportedAtOnce() {
    churn(
            """
            @Pipeline(name = "X Y", secrets = {"a b", "aws"})
            public abstract class Churn {
              @Step private int load(@Param("x") int size) { return 1; }
              @Step void train(String missing, Secret gone) {}
              @Step(after = "lod") void end() {}
            }
            """)
        .failsWith(
            expected("[LS004]", "class Churn"),
            expected("[LS010]", "\"X Y\""),
            expected("[LS021]", "load("),
            expected("[LS051]", "\"x\""),
            expected("[LS064]", "\"a b\""),
            expected("[LS060]", "gone"),
            expected("[LS012]", "missing"),
            expected("[LS033]", "\"lod\""));
  }

  @Test
  void annotationsWhereNothingReadsThemAreErrors() {
    churn("public class Churn { void load(@Param int size) {} }")
        .fails("[LS048] @Param has no effect on 'size': the method is no step.", "size");
    churn("public interface Churn { @Key(\"x\") int load(); }")
        .fails("[LS086] @Key has no effect on 'load'", "load");
  }

  @Test
  void aStepThatNoPipelineHasIsAWarning() {
    churn("public class Churn { @Step int load() { return 1; } }")
        .warns("[LS031] Step 'Churn.load' belongs to no pipeline", "load");
  }

  @Test
  void aMissingRuntimeIsNamedWithItsCoordinates() {
    String text =
        Compiling.source(
                "package shop; import dev.lockstep.*;\n@Pipeline public class Churn { @Step int load()"
                    + " { return 1; } }")
            .withoutRuntime()
            .fails("[LS047] The runner of 'Churn' needs the runtime", "class Churn");
    assertThat(text).contains("dev.lockstep:lockstep-runtime");
  }

  @Test
  void twoPipelinesOfOneNameAreAnErrorOnTheSecond() {
    Compiling.source(Compiling.IMPORTS + "@Pipeline class Churn { @Step int load() { return 1; } }")
        .and(
            Compiling.IMPORTS
                + "@Pipeline(name = \"churn\") class Other { @Step int load() { return 1; } }")
        .fails("[LS049] Two pipelines are called 'churn'.", "\"churn\"");
  }

  @Test
  void aStaticClassInsideAnInnerOneIsAPipeline() {
    churn(
            "public class Churn { class In { @Pipeline static class P { @Step int load() { return"
                + " 1; } } } }")
        .with("--release", "17")
        .passes();
  }

  @Test
  void aStepThatTheClassOverridesIsItsOwn() {
    churn(
            "@Pipeline public class Churn extends Base { @Override @Step int load() { return 1; }"
                + " }")
        .and(Compiling.IMPORTS + "abstract class Base { @Step abstract int load(); }")
        .passes();
    churn("@Pipeline public class Churn extends Base { @Override int load() { return 1; } }")
        .and(Compiling.IMPORTS + "abstract class Base { @Step abstract int load(); }")
        .fails("[LS032] Pipeline 'Churn' inherits methods marked @Step: Base.load.", "class Churn");
  }

  @Test
  void theFieldsOfAClassWithoutStepsAreItsOwnBusiness() {
    Compilation compilation =
        churn("@Pipeline(steps = String.class) public class Churn { @Step void a() {} }").compile();
    assertThat(compilation.diagnostics())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getMessage(Locale.ROOT))
                  .startsWith("[LS046] 'String' has no methods marked @Step.");
              assertThat(error.getLineNumber()).isEqualTo(Compiling.IMPORTS.lines().count() + 1);
            });
  }

  @Test
  void aPipelineInKotlinIsAWarning() {
    churn("@kotlin.Metadata @Pipeline public class Churn { @Step void a() {} }")
        .and("package kotlin; public @interface Metadata {}")
        .warns("[LS057] Pipeline 'Churn' is written in Kotlin.", "class Churn");
    churn("@Pipeline(steps = Steps.class) public class Churn {}")
        .and(Compiling.IMPORTS + "@kotlin.Metadata class Steps { @Step void a() {} }")
        .and("package kotlin; public @interface Metadata {}")
        .warns("[LS057] Step class 'Steps' is written in Kotlin.", ".class");
  }

  @Test
  void fieldsOfSuperclassesCountToo() {
    churn("@Pipeline public class Churn extends Base { @Step void a() {} }")
        .and(Compiling.IMPORTS + "class Base { int count; Secret login; }")
        .failsWith(
            expected("[LS042] Field 'count' of 'Base' carries nothing", "count"),
            expected("[LS072] Field 'login' of 'Base' can hold a secret.", "login"));
    churn("@Pipeline public class Churn extends Thread { @Step void a() {} }").passes();
  }

  @Test
  void constructorsAreListedBySimpleNames() {
    assertThat(
            churn("@Pipeline public class Churn { Churn(String... all) {} @Step void a() {} }")
                .fails("[LS005] Pipeline 'Churn' has no constructor", "class Churn"))
        .contains("It has: Churn(String[]).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 1 1 0",
        "59 23 31 12 7",
        "*/5 */100 * * *",
        "0-59 5-5 1,2,31 JAN-dec sun-sat",
        " 30  4 * *\t1-5 ",
      })
  void aScheduleMayBe(String schedule) {
    churn("@Pipeline(schedule = \"" + schedule + "\")\nclass Churn { @Step void a() {} }").passes();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "60 * * * * | '60' is no minute",
        "* 24 * * * | '24' is no hour",
        "* * 0 * * | '0' is no day of month",
        "* * 32 * * | '32' is no day of month",
        "* * * 0 * | '0' is no month",
        "* * * 13 * | '13' is no month",
        "* * * * 8 | '8' is no day of week",
        "* * * mon * | 'mon' is no month",
        "5-3 * * * * | '5-3' is no minute",
        "1-2-3 * * * * | '1-2-3' is no minute",
        "*/0 * * * * | '*/0' is no minute",
        "*/5/5 * * * * | '*/5/5' is no minute",
        "0,, * * * * | '' is no minute",
        "1000 * * * * | '1000' is no minute",
        "-1 * * * * | '-1' is no minute",
        "* * * * * * | it has 6 fields and not five",
      })
  void aScheduleCannotBe(String schedule, String reason) {
    churn("@Pipeline(schedule = \"" + schedule + "\")\nclass Churn { @Step void a() {} }")
        .fails("[LS040] '" + schedule + "' is no schedule: " + reason + ".", '"' + schedule);
  }

  @Test
  void fieldsOfIncludedClassesCountToo() {
    churn("@Pipeline(steps = Steps.class) public class Churn {}")
        .and(
            Compiling.IMPORTS
                + "class Steps { static int all; final int one = 1; int count; @Step void a() {} }")
        .warns("[LS042] Field 'count' of 'Steps' carries nothing", "count");
  }

  @Test
  void aClassThatOnlySubclassesSeeIsHiddenFromTheRunner() {
    churn(
            "public class Churn extends other.Base { @Pipeline(steps = Steps.class) static class P"
                + " {} }")
        .and(
            "package other; import dev.lockstep.*; public class Base { protected static class Steps {"
                + " public Steps() {} @Step public void a() {} } }")
        .fails(
            "[LS002] Step class 'Base.Steps' cannot be seen from the package 'shop' of the runner.",
            ".class");
  }
}
