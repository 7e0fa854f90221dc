package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every warning can be silenced where it stands and around it, and by its own name only. */
class WarningsTest {
  private static final String KOTLIN = "package kotlin; public @interface Metadata {}";

  /**
   * Code that gives one warning.
   *
   * @param text with {@code AT} before the element that it is on, and {@code AROUND} before the
   *     type around that element; both are one where nothing is around
   */
  private record Example(Diagnostic warning, String text) {
    @Override
    public String toString() {
      return warning.slug();
    }
  }

  static Stream<Example> examples() {
    return Stream.of(
        inPipeline(
            Diagnostic.STEP_NAME_CASE,
            "@Step int a() { return 1; } AT @Step long A() { return 1; }"),
        new Example(
            Diagnostic.ORPHAN_STEP, "AROUND class Reports { AT @Step int count() { return 1; } }"),
        inPipeline(
            Diagnostic.AFTER_IMPLIED,
            "@Step int a() { return 1; } AT @Step(after = \"a\") void b(int a) {}"),
        inPipeline(Diagnostic.BACKOFF_WITHOUT_RETRIES, "AT @Step(backoff = \"PT1S\") void a() {}"),
        inPipeline(Diagnostic.MUTABLE_FIELD, "AT int count; @Step void a() {}"),
        new Example(
            Diagnostic.KOTLIN_CLASS,
            "AROUND class Outer { AT @kotlin.Metadata @Pipeline static class Churn { @Step void a() {}"
                + " } }"),
        inPipeline(Diagnostic.RETRIES_WITHOUT_EFFECT, "AT @Step(retries = 0) void a() {}"),
        new Example(
            Diagnostic.UNUSED_SECRET,
            "AROUND class Outer { AT @Pipeline(secrets = \"aws\") static class Churn { @Step void a()"
                + " {} } }"),
        new Example(
            Diagnostic.DUPLICATE_SECRET,
            "AROUND class Outer { AT @Pipeline(secrets = {\"aws\", \"aws\"}) static class Churn {"
                + " @Step void a(Secret aws) {} } }"),
        inPipeline(
            Diagnostic.UNREADABLE_OUTPUT, "interface Shape {} AT @Step Shape a() { return null; }"),
        inPipeline(
            Diagnostic.UNREADABLE_KEY,
            "record Place(int x) {} AT @Step Map<Place, String> a() { return null; }"),
        new Example(
            Diagnostic.SCHEMA_EMPTY, "AROUND class Outer { AT @SecretSchema interface Db {} }"),
        new Example(
            Diagnostic.CONFIDENTIAL_DEFAULT,
            "AROUND @SecretSchema interface Db { AT default String password() { return \"\"; } }"),
        new Example(
            Diagnostic.AT_LEAST_ONE,
            "AROUND class Outer { AT @SecretSchema(atLeastOne = true) interface Db { String a(); }"
                + " }"));
  }

  private static Example inPipeline(Diagnostic warning, String body) {
    return new Example(warning, "AROUND @Pipeline class Churn { " + body + " }");
  }

  @Test
  void everyWarningHasAnExample() {
    assertThat(examples().map(Example::warning))
        .containsExactlyElementsOf(
            Arrays.stream(Diagnostic.values())
                .filter(each -> each.severity() == Severity.WARNING)
                // These take modules, and have tests of their own.
                .filter(each -> each != Diagnostic.FLAVOR_NOT_PROVIDED)
                .filter(each -> each != Diagnostic.PACKAGE_NOT_OPENED)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aWarningIsSaidOnceAndTheCodeCompiles(Example example) {
    assertOneWarning(example, "", "");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsNameOnTheElementSilencesIt(Example example) {
    compiling(example, suppress("lockstep:" + example.warning().slug()), "").passes();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsNameOnTheTypeAroundTheElementSilencesIt(Example example) {
    compiling(example, "", suppress("lockstep:" + example.warning().slug())).passes();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void oneOfSeveralNamesSilencesIt(Example example) {
    String names = "@SuppressWarnings({\"unused\", \"lockstep:" + example.warning().slug() + "\"})";
    compiling(example, names, "").passes();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allSilencesIt(Example example) {
    compiling(example, suppress("lockstep:all"), "").passes();
    compiling(example, "", suppress("lockstep:all")).passes();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anotherNameSilencesNothing(Example example) {
    String other = example.warning() == Diagnostic.MUTABLE_FIELD ? "orphan-step" : "mutable-field";
    assertOneWarning(example, suppress("lockstep:" + other), suppress("lockstep:" + other));
    assertOneWarning(example, suppress(example.warning().slug()), suppress("all"));
  }

  private static void assertOneWarning(Example example, String at, String around) {
    Compilation compilation = compiling(example, at, around).compile();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(compilation.diagnostics())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.getMessage(Locale.ROOT))
                    .startsWith("[" + example.warning().id() + "]"));
  }

  private static Compiling compiling(Example example, String at, String around) {
    String text = example.text().replace("AT ", at + " ").replace("AROUND ", around + " ");
    Compiling compiling = Compiling.source(Compiling.IMPORTS + text);
    // Nobody claims Kotlin's own annotation.
    return example.warning() == Diagnostic.KOTLIN_CLASS
        ? compiling.and(KOTLIN).with("-Xlint:-processing")
        : compiling;
  }

  private static String suppress(String name) {
    return "@SuppressWarnings(\"" + name + "\")";
  }
}
