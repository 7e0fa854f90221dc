package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

class GeneratedCodeTest {
  @Test
  void nestedClassesStaticStepsKeywordsAndOddNamesCompile() {
    Compiling.source(
            Compiling.IMPORTS
                + """
                  public class Outer {
                    @SecretSchema interface Db { String in(); }
                    @Pipeline(secrets = "db")
                    protected static class Inner {
                      @Step(name = "class") static int a(Db db) { return 1; }
                      @Step(name = "main") int b() { return 1; }
                      @Step(name = "call") long call() { return 1; }
                      @Step int main(String[] output) { return 1; }
                      @Step(name = "a-b") String[] c() { return null; }
                      @Step(name = "aB") Map<String, ? super Integer>[] d() { return null; }
                      @Step void output(@From("class") int output, Map<String, ? super Integer>[] call) {}
                    }
                  }
                  """)
        .fails("[LS028] Two steps of 'Outer.Inner' are called 'main'.", "main(");
    Compiling.source(
            Compiling.IMPORTS
                + """
                  public class Outer {
                    @SecretSchema interface Db { String in(); }
                    @Pipeline(secrets = "db")
                    protected static class Inner {
                      @Step(name = "class") static int a(Db db) { return 1; }
                      @Step(name = "call") long call() { return 1; }
                      @Step int main(String[] output) { return 1; }
                      @Step(name = "a-b") String[] c() { return null; }
                      @Step(name = "aB") Map<String, ? super Integer>[] d() { return null; }
                      @Step void output(@From("class") int output, Map<String, ? super Integer>[] call) {}
                    }
                  }
                  """)
        .passes();
  }

  @Test
  void genericRecordsAreTakenApartAndPutTogether() {
    Compiling.pipeline(
            """
            record Pair<A, B>(A left, B right) {}
            @Step Pair<List<Model>, ? extends Matrix> both() { return null; }
            @Step void one(List<Model> left) {}
            @Step void two(Matrix right) {}
            @Step void all(Pair<List<Model>, ? extends Matrix> pair) {}
            """)
        .passes();
  }

  @Test
  void anArtifactIsReadAsWhatItWasStoredAs() {
    Compilation compilation =
        Compiling.pipeline(
                """
                @Step String text() { return ""; }
                @Step long count() { return 1; }
                @Step ArrayList<Model> models() { return null; }
                @Step void use(
                    @From("text") CharSequence text,
                    @From("count") Number number,
                    @From("models") List<? extends Record> records,
                    @From("count") long same) {}
                """)
            .passes();
    assertThat(Compiling.generated(compilation, "shop/ChurnRunner.java"))
        .contains(
            "CharSequence text = call.input(\"text\", String.class);",
            "Number number = call.input(\"count\", Long.class);",
            "List<? extends Record> records ="
                + " call.input(\"models\", Types.of(ArrayList.class, Model.class));",
            "long same = call.input(\"count\", Long.class);",
            "new Churn().use(text, number, records, same);");
  }

  @Test
  void aRecordPutTogetherGoesToTheStepAndNotToAMethodOfItsName() {
    Compilation compilation =
        Compiling.pipeline(
                """
                @Step Split split() { return null; }
                @Step void part(@From("split.train") Matrix train) {}
                @Step void use(@From("split") Record whole) {}
                void use(Split split) {}
                """)
            .passes();
    assertThat(Compiling.generated(compilation, "shop/ChurnRunner.java"))
        .contains("Record whole = new Split(wholeTrain, wholeTest);", "new Churn().use(whole);");
  }

  @Test
  void deprecatedAndRawTypesOfTheUserCauseNoWarningsInGeneratedCode() {
    Compiling.pipeline(
            """
            @Deprecated @Step int old() { return 1; }
            @SuppressWarnings("rawtypes") @Step void use(@From("models") List raw, Gone gone) {}
            @Step List<Model> models() { return null; }
            @SuppressWarnings("removal") @Step Gone gone() { return null; }
            """)
        .and(Compiling.IMPORTS + "@Deprecated(forRemoval = true) record Gone(int x) {}")
        .with("-Xlint:-removal", "-Xlint:-rawtypes")
        .compile();
    Compiling.pipeline("@Deprecated @Step int old() { return 1; } @Step void use(int old) {}")
        .passes();
  }

  @Test
  void charactersOutsideAsciiSurviveAnyEncoding() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @Pipeline(name = "churn", description = "Übung \\"x\\" \\\\u0041 \\ud800")
                      public class Größe {
                        record Maß(int ä) {}
                        @Step Maß a() { return null; }
                        @Step void b(int ä) {}
                      }
                      """)
            .with("-encoding", "US-ASCII")
            .passes();
    assertThat(Compiling.generated(compilation, "META-INF/lockstep/shop.Größe.json"))
        .contains("Übung \\\"x\\\" \\\\u0041 \\ud800");
  }

  @Test
  void twoThousandStepsCompileInATimeThatGrowsWithTheirNumber() {
    compileChain(300); // Warms up.
    long small = compileChain(500);
    long large = compileChain(2000);

    // Four times the steps; a quadratic processor would take sixteen times as long.
    assertThat(large).isLessThan(Math.max(small, 300_000_000L) * 10);
  }

  private static long compileChain(int length) {
    StringBuilder body = new StringBuilder("@Step Model s0() { return null; }\n");
    for (int i = 1; i < length; i++) {
      body.append("@Step Model s" + i + "(Model s" + (i - 1) + ") { return s" + (i - 1) + "; }\n");
    }
    Compiling compiling = Compiling.pipeline(body.toString()).onJavacAlone();
    long start = System.nanoTime();
    compiling.passes();
    return System.nanoTime() - start;
  }

  @Test
  void stepsNamedLikeKeywordsOfStatementsCompile() {
    Compiling.pipeline(
            """
            @Step int yield() { return 1; }
            @Step long record() { return 1; }
            @Step String var() { return ""; }
            @Step void use(int yield, long record, String var) {}
            """)
        .passes();
  }

  @Test
  void deprecatedMembersOfTheUserCauseNoWarningsInGeneratedCode() {
    Compiling.pipeline(
            "@Pipeline(steps = Old.class)",
            """
            @Deprecated public Churn() {}
            record Parts(@Deprecated int left, long right) {
              @Deprecated Parts {}
              @Override @Deprecated public long right() { return right; }
            }
            @Step Parts parts() { return null; }
            @Step void apart(@From("parts.left") int left, @From("parts.right") long right) {}
            @Step void together(Parts parts) {}
            @Step void wider(@From("thing") Object thing) {}
            """)
        .and(
            Compiling.IMPORTS
                + """
                  class Old {
                    @Deprecated Old() {}
                    @SuppressWarnings("deprecation") @Step Around.Thing thing() { return null; }
                    @SuppressWarnings("deprecation") @Step void use(Around.Thing thing) {}
                  }
                  """)
        .and(Compiling.IMPORTS + "@Deprecated class Around { record Thing(double x) {} }")
        .passes();
  }

  @Test
  void namesInGeneratedCodeDoNotHideWhatTheUserWrote() {
    for (String root : new String[] {"output", "call"}) {
      Compiling.source(
              """
              package %s;
              import dev.lockstep.*;
              @Pipeline(steps = shop.Model.class)
              public class Churn {
                @Step static int load() { return 1; }
                @Step static long use(@From("load") int load) { return 1; }
              }
              """
                  .formatted(root))
          .and(
              "package shop; import dev.lockstep.*; public class Model {"
                  + " public Model() {}"
                  + " @Step public static String own(@From(\"load\") int load) { return null; } }")
          .passes();
      Compiling.source(
              """
              package %s.deep;
              import dev.lockstep.*;
              @Pipeline(steps = {Model.class, %s.Model.class})
              public class Churn {}
              """
                  .formatted(root, root))
          .and(
              """
              package %s.deep;
              import dev.lockstep.*;
              public class Model {
                @Step static int load() { return 1; }
              }
              """
                  .formatted(root))
          .and(
              """
              package %s;
              import dev.lockstep.*;
              public class Model {
                public Model() {}
                @Step public static long use(@From("load") int load) { return 1; }
              }
              """
                  .formatted(root))
          .passes();
    }
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @SecretSchema interface Db {
                    @Key("a") String ValueType();
                    @Key("b") Optional<String> Optional();
                    @Key("c") String dev();
                    @Key("d") default char[] java() { return new char[0]; }
                    @Key("e") String in();
                  }
                  """)
        .passes();
  }
}
