package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromTest {
  @Test
  void fromNamesAnExistingOutputOfTheType() {
    String steps = "@Step Split split() { return null; } @Step Model fit() { return null; } ";
    assertThat(
            Compiling.pipeline(steps + "@Step void use(@From(\"splt\") Split s) {}")
                .fails("[LS016] @From names 'splt', which is no step of 'Churn'.", "\"splt\""))
        .contains("Did you mean 'split'?");
    assertThat(
            Compiling.pipeline(steps + "@Step void use(@From(\"split.trein\") Matrix s) {}")
                .fails("[LS017] @From names 'trein', which is no component", "\"split.trein\""))
        .contains("Did you mean 'train'?")
        .endsWith("@From(\"split.train\").");
    Compiling.pipeline(steps + "@Step void use(@From(\"fit\") Matrix s) {}")
        .fails("[LS018] @From(\"fit\") is a 'Model', but 's' is a 'Matrix'.", "\"fit\"");
  }

  @Test
  void aComponentThatFitsIsNamed() {
    assertThat(
            Compiling.pipeline(
                    "@Step Split split() { return null; }"
                        + " @Step void use(@From(\"split\") Matrix matrix) {}")
                .fails("[LS018] @From(\"split\") is a 'Split'", "\"split\""))
        .endsWith("Fix: write @From(\"split.train\") or @From(\"split.test\").");
    Compiling.pipeline(
            "@Step Split split() { return null; } @Step void use(@From(\"\") Matrix m) {}")
        .fails("[LS016] @From(\"\") names no step.", "\"\"");
    assertThat(
            Compiling.pipeline("@Step void use(@From(\"split\") Matrix m) {}")
                .fails("[LS016] @From names 'split', which is no step", "\"split\""))
        .endsWith("Fix: add a step that returns what is needed; none returns anything.");
    Compiling.pipeline(
            "@Step Split split() { return null; } @Step void use(@From(\"split.\") Matrix m) {}")
        .fails(
            "[LS017] @From(\"split.\") names no component of what step 'split' returns.",
            "\"split.\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "."})
  void whatHasNothingInCommonIsNotSuggested(String from) {
    String text =
        Compiling.pipeline(
                "@Step int a() { return 1; } @Step void use(@From(\"" + from + "\") int x) {}")
            .fails("[LS016] @From(\"" + from + "\") names no step.", "\"" + from + "\") int x");

    assertThat(text).doesNotContain("Did you mean");
  }

  @Test
  void anotherLetterIsNoSlipOfAWordOfOneLetter() {
    String text =
        Compiling.pipeline("@Step int a() { return 1; } @Step void use(@From(\"b\") int x) {}")
            .fails("[LS016] @From names 'b', which is no step of 'Churn'.", "\"b\") int x");

    assertThat(text).doesNotContain("Did you mean");
  }

  @Test
  void aNameBeforeTheDotIsNeeded() {
    Compiling.pipeline(
            "@Step Split s() { return null; } @Step void use(@From(\".train\") Matrix m) {}")
        .fails("[LS016] @From(\".train\") names no step.", "\".train\"");
  }

  @Test
  void whatIsNoRecordHasNoComponents() {
    assertThat(
            Compiling.pipeline(
                    "@Step String s() { return null; } @Step void use(@From(\"s.x\") String m) {}")
                .fails(
                    "[LS017] @From names 'x', which is no component of what step 's'", "\"s.x\""))
        .contains("It returns String, which is no record.")
        .endsWith("Fix: write @From(\"s\").");
    assertThat(
            Compiling.pipeline(
                    "@Step Split s() { return null; } @Step void use(@From(\"s.other\") Matrix m) {}")
                .fails("[LS017]", "\"s.other\""))
        .contains("It returns Split with the components train, test.")
        .endsWith("Fix: name a component, such as @From(\"s.train\").");
  }

  @Test
  void onlyComponentsThatFitAreProposed() {
    assertThat(
            Compiling.pipeline(
                    "record Pair(Matrix left, Model right) {} @Step Pair pair() { return null; }"
                        + " @Step void use(@From(\"pair\") Model m) {}")
                .fails("[LS018]", "\"pair\""))
        .endsWith("Fix: write @From(\"pair.right\").");
    assertThat(
            Compiling.pipeline(
                    "@Step Split s() { return null; } @Step void use(@From(\"s.train\") Model m) {}")
                .fails(
                    "[LS018] @From(\"s.train\") is a 'Matrix', but 'm' is a 'Model'.",
                    "\"s.train\""))
        .endsWith("Fix: name an output of type Model, or change the parameter's type.");
  }
}
