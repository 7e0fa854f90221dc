package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static String descriptor(String body) {
    Compilation compilation = Compiling.pipeline(body).passes();
    return Compiling.generated(compilation, "META-INF/lockstep/shop.Churn.json");
  }

  @Test
  void theNameDecidesBeforeTheType() {
    assertThat(
            descriptor(
                """
                @Step Matrix a() { return null; }
                @Step Matrix b() { return null; }
                @Step void use(Matrix b) {}
                """))
        .contains("\"outputs\": [\"b\"]");
  }

  @Test
  void theOnlyAssignableOutputIsTaken() {
    assertThat(
            descriptor(
                """
                @Step ArrayList<Customer> load() { return null; }
                @Step List<Model> models() { return null; }
                @Step void use(Collection<? extends Customer> customers) {}
                """))
        .contains("\"outputs\": [\"load\"]")
        .contains("\"type\": \"java.util.Collection<? extends shop.Customer>\"");
  }

  @Test
  void aComponentIsTakenByNameAndByType() {
    String json =
        descriptor(
            """
            @Step Split split() { return null; }
            @Step Model fit(Matrix train) { return null; }
            @Step void check(@From("split.test") Matrix data, Split split) {}
            """);
    assertThat(json)
        .contains("\"outputs\": [\"split.train\"]")
        .contains("\"outputs\": [\"split.test\"]")
        .contains("\"outputs\": [\"split.train\", \"split.test\"]");
  }

  @Test
  void boxesAndPrimitivesAreOneType() {
    assertThat(descriptor("@Step int count() { return 1; } @Step void use(Integer n) {}"))
        .contains("\"outputs\": [\"count\"]");
    assertThat(descriptor("@Step Integer count() { return 1; } @Step void use(int n) {}"))
        .contains("\"outputs\": [\"count\"]");
    assertThat(descriptor("@Step int[] count() { return null; } @Step void use(int[] n) {}"))
        .contains("\"outputs\": [\"count\"]");
  }

  @Test
  void stepsAreOrderedByTheirWiringAndElseAsDeclared() {
    String json =
        descriptor(
            """
            @Step(after = "first") void last(Model model) {}
            @Step Model fit(Matrix matrix) { return null; }
            @Step Matrix load() { return null; }
            @Step void first() {}
            """);
    assertThat(json.lines().filter(line -> line.startsWith("      \"name\"")))
        .map(String::strip)
        .containsExactly(
            "\"name\": \"load\",",
            "\"name\": \"fit\",",
            "\"name\": \"first\",",
            "\"name\": \"last\",");
  }

  @Test
  void aMissingProducerIsAnErrorOnTheParameterThatListsWhatThereIs() {
    String text =
        Compiling.pipeline(
                """
                @Step List<Customer> load() { return null; }
                @Step Split split(List<Customer> customers) { return null; }
                @Step Model train(Features features) { return null; }
                """)
            .fails(
                "[LS012] Step 'train' needs a 'Features' ('features'), which no step of 'Churn'"
                    + " produces.",
                "features");
    assertThat(text)
        .contains(
            "\n  'load' produces List<Customer>; 'split' produces Split (components: train, test).")
        .endsWith(
            "\n  Fix: add a step that returns Features, or name an output with @From(\"step\").");
  }

  @Test
  void nearMissesAreShown() {
    assertThat(
            Compiling.pipeline("@Step long count() { return 1; } @Step void use(int n) {}")
                .fails("[LS012] Step 'use' needs an 'int'", "n)"))
        .contains("'count' comes near: long is not converted to int.");
    assertThat(
            Compiling.pipeline(
                    "@Step List<Model> all() { return null; } @Step void use(List<Matrix> n) {}")
                .fails("[LS012]", "n)"))
        .contains("'all' comes near: List<Model> is not the same as List<Matrix>.");
    assertThat(
            Compiling.pipeline(
                    "@Step Collection<Model> all() { return null; } @Step void use(List<Model> n) {}")
                .fails("[LS012]", "n)"))
        .contains("'all' comes near: Collection<Model> is a supertype of List<Model>.");
  }

  @Test
  void typesOfOneSimpleNameAreQualified() {
    String text =
        Compiling.pipeline(
                "record Model(int x) {} @Step Churn.Model a() { return null; } @Step void"
                    + " use(shop.Model m, java.util.Date d) {} @Step java.sql.Date e() { return null; }")
            .with("--add-modules", "java.sql")
            .compile()
            .errors()
            .toString();
    assertThat(text).contains("Churn.Model");
  }

  @Test
  void severalProducersAreAllListed() {
    String text =
        Compiling.pipeline(
                """
                @Step Matrix a() { return null; }
                @Step Split b() { return null; }
                @Step void use(Matrix data) {}
                """)
            .fails("[LS013] Step 'use' needs a 'Matrix' ('data'), and 3 outputs fit.", "data");
    assertThat(text)
        .contains("'a' produces Matrix; 'b.train' produces Matrix; 'b.test' produces Matrix.")
        .endsWith("Fix: name one: @From(\"a\") Matrix data.");
  }

  @Test
  void aStepThatReturnsNothingIsNoProducer() {
    Compiling.pipeline("@Step void load() {} @Step void use(Model load) {}")
        .fails("[LS045] Step 'use' takes 'load' from step 'load', which returns nothing.", "load)");
    Compiling.pipeline("@Step void load() {} @Step void use(@From(\"load\") Model m) {}")
        .fails("[LS045] @From names step 'load', which returns nothing.", "\"load\"");
  }

  @Test
  void aTypeThatTheRunnerCannotSeeIsAnError() {
    Compiling.pipeline("private record P(int x) {} @Step P load() { return null; }")
        .fails(
            "[LS020] Step 'load' returns the type 'Churn.P', which ChurnRunner cannot see.",
            "load");
    Compiling.pipeline(
            "private record P(int x) {} @Step List<String> load() { return null; } @Step void"
                + " use(List<? super P> p) {}")
        .fails("[LS020] Step 'use' takes 'p' of the type 'Churn.P'", "p)");
  }

  @Test
  void whatCannotBeWiredBecauseAStepIsWrongIsNotReportedToo() {
    Compiling.pipeline("@Step Optional<Model> load() { return null; } @Step void use(Model m) {}")
        .fails("[LS026] Step 'load' returns Optional<Model>, which cannot be stored.", "load");
  }

  @Test
  void ofAFewHundredCandidatesTenAreListed() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      body.append("@Step Model m" + i + "() { return null; }\n");
    }
    String text =
        Compiling.pipeline(body + "@Step void use(Model model) {}").fails("[LS013]", "model");
    assertThat(text).contains("'m9' produces Model; and 290 more.").hasSizeLessThan(600);
  }

  @Test
  void aStepOfAClassThatIsNotIncludedIsNamed() {
    assertThat(
            Compiling.pipeline("@Step Model train(Features features) { return null; }")
                .and(
                    Compiling.IMPORTS
                        + "@Pipeline class Other { @Step Features make() { return null; } }")
                .fails("[LS012] Step 'train' needs a 'Features'", "features)"))
        .contains(
            "'Other.make' produces Features, and 'Churn' does not include it:"
                + " @Pipeline(steps = Other.class).");
  }

  @Test
  void aTypeThatTheRunnerCannotSeeIsReportedOnce() {
    Compiling.pipeline(
            "private record P(int x) {} @Step P load() { return null; } @Step void use(P load) {}")
        .fails("[LS020] Step 'load' returns the type 'Churn.P'", "load()");
    Compiling.pipeline(
            """
            record Pair(P left, Model right) {}
            private record P(int x) {}
            @Step Pair load() { return null; }
            @Step void use(Model right) {}
            """)
        .fails("[LS020] Step 'load' returns 'left' of the type 'Churn.P'", "load()");
    Compiling.pipeline(
            """
            record Pair(P left, Model right) {}
            private record P(int x) {}
            @Step Pair load() { return null; }
            @Step void use(Pair load) {}
            """)
        .passes();
  }

  @Test
  void nobodyIsToldToReturnWhatCannotBeReturned() {
    String text =
        Compiling.pipeline(
                "@Step String load() { return null; } @Step void use(Optional<String> load) {}")
            .fails("[LS012] Step 'use' needs an 'Optional<String>' ('load'),", "load) {}");

    assertThat(text)
        .endsWith(
            "Fix: take what is inside without Optional: what a step returns is always there.");
  }

  @Test
  void aStepOfTheNameComesBeforeAComponent() {
    assertThat(
            descriptor(
                """
                @Step Split split() { return null; }
                @Step Matrix train() { return null; }
                @Step void use(Matrix train) {}
                """))
        .contains("\"outputs\": [\"train\"]");
  }

  @Test
  void aStepIsNotItsOwnSourceWhateverItsParametersAreCalled() {
    assertThat(
            descriptor(
                """
                @Step Model first() { return null; }
                @Step Model fit(Model fit) { return null; }
                """))
        .contains("\"outputs\": [\"first\"]");
  }
}
