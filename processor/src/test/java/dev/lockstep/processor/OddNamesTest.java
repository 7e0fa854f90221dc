package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that Java allows work, or come with a form that does. */
class OddNamesTest {
  @Test
  void lettersWithMarksLoseThemInProposals() {
    assertThat(
            Compiling.pipeline("@Step int größe() { return 1; }")
                .fails("[LS030] 'größe' cannot be the name of a step.", "größe()"))
        .endsWith("Fix: @Step(name = \"grosse\").");
    assertThat(
            Compiling.pipeline("@Step void a(@Param int naïveZähler) {}")
                .fails("[LS054]", "naïveZähler)"))
        .contains("@Param(name = \"naive-zahler\")");
    assertThat(
            Compiling.source(
                    Compiling.IMPORTS + "@SecretSchema interface Db { String schlüssel(); }")
                .fails("[LS096] 'schlüssel' cannot be a key of a secret.", "schlüssel();"))
        .contains("@Key(\"schlussel\") on the method.");
    assertThat(
            Compiling.source(
                    Compiling.IMPORTS + "@Pipeline class Größe { @Step int a() { return 1; } }")
                .fails("[LS010]", "class Größe"))
        .contains("@Pipeline(name = \"grosse\")");
    assertThat(
            Compiling.pipeline("@Step int 日本() { return 1; }")
                .fails("[LS030] '日本' cannot be the name of a step.", "日本()"))
        .endsWith("Fix: @Step(name = \"step\").");
  }

  @Test
  void wordsOfTheLanguageAndNamesOfEveryObjectAreNamesOfStepsAndParameters() {
    Compiling.pipeline(
            """
            @Step int record() { return 1; }
            @Step long var(@From("record") int yield) { return 1; }
            @Step(name = "class") short sealed(@From("var") long record) { return 1; }
            @Step void permits(@From("class") short when, @Param(name = "class") String type) {}
            @Step(name = "toString") void a() {}
            @Step(name = "hashCode") void b() {}
            @Step(name = "wait") void c() {}
            @Step(name = "int") void d(StepContext context) {}
            @Step(name = "null") void e() {}
            """)
        .passes();
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @SecretSchema interface Db {
                    String record();
                    @Key("int") int yield();
                    Optional<String> var();
                    @Key(value = "class", env = "CLASS_NAME") default String when() { return ""; }
                  }
                  """)
        .passes();
  }
}
