package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a source, the compiler ends with messages and the processor never fails. */
class FuzzTest {
  private static final int ROUNDS = Integer.getInteger("lockstep.fuzz", 150);
  private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"]*\"|\\S");

  private static final String SOURCE =
      """
      @SecretSchema(value = "db", atLeastOne = false) interface Db extends Base<String> {
        @Key(value = "url", env = "DB_URL", pattern = "[a-z]+") String url();
        Optional<SecretValue> token(); default int port() { return 1; } enum Mode { A, B } Mode mode();
      }
      interface Base<T> {}
      record Pair<A, B extends Comparable<B>>(A left, List<? super B> right) {}
      class Node<T extends Node<T>> { T next; Node<Node<T>> other; }
      @Pipeline(name = "churn", secrets = {"db", "aws"}, steps = {More.class}, schedule = "0 4 * * *")
      class Churn {
        final int x = 1;
        @Step(name = "load", retries = 2, backoff = "PT1S", timeout = "PT5M", secrets = {"aws"})
        Pair<List<String>, Integer> load(@SecretName("db") Optional<Db> db, @Param(value = "1", name = "size") int size) { return null; }
        @Step(after = {"load"}, cache = Cache.ON, materializer = void.class) Map<String, int[][]> count(@From("load.left") List<String> names, StepContext context) throws Exception { return null; }
        @Step static void end(Map<String, ? extends int[][]> count, Pair<List<String>, Integer> all, @Param Db.Mode mode) {}
      }
      class More { @Step public Node<?> node() { return null; } }
      @Flavor(value = "farm", description = "x") final class Farm implements Orchestrator {
        enum Kind { A, B }
        record Config(@Param(value = "PT5S", name = "wait") Duration time, Optional<Integer> size, SecretValue token, Kind kind) {}
        Farm(Config config, ComponentContext context) {}
        public RunStatus execute(RunExecution run) { return null; }
      }
      """;

  private static final String[] ODDITIES = {
    "",
    " ",
    "@",
    "<",
    ">",
    "?",
    "[]",
    "...",
    "void",
    "Object",
    "Missing",
    "Missing<String>",
    "int",
    "class",
    "null",
    "\"\"",
    "\"\\u0000\"",
    "\"<error>\"",
    "größe",
    "日本",
    "Churn",
    "Db",
    "Pair<Pair, ?>",
    "Node<?>",
    "List",
    "List<List<List<?>>>",
    "@Step",
    "@Pipeline",
    "@SecretSchema",
    "@Param",
    "@From(1)",
    "@From",
    "private",
    "abstract",
    "static",
    "<T>",
    "<T extends T>",
    "{}",
    "-1",
    "\"a.b.c\"",
    "var",
    "record",
    "sealed",
    "Optional<Optional<Db>>",
    "1 + 1",
    "int.class",
    "Missing.class",
    "new int[0]",
    "extends Churn",
    "Secret",
    "SecretValue",
    "StepContext",
    "T",
    "default",
    "interface"
  };

  @Test
  void mutatedSourcesNeverMakeTheProcessorFail() {
    Random random = new Random(20260101);
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(SOURCE);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    compileSafely(SOURCE);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> mutated = new ArrayList<>(tokens);
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutate(mutated, random);
      }
      compileSafely(String.join(" ", mutated));
    }
  }

  private static void mutate(List<String> tokens, Random random) {
    int place = random.nextInt(tokens.size());
    switch (random.nextInt(5)) {
      case 0 -> tokens.remove(place);
      case 1 -> tokens.add(place, ODDITIES[random.nextInt(ODDITIES.length)]);
      case 2 -> tokens.set(place, ODDITIES[random.nextInt(ODDITIES.length)]);
      case 3 -> tokens.set(place, tokens.get(random.nextInt(tokens.size())));
      default -> tokens.subList(place, Math.min(tokens.size(), place + random.nextInt(20))).clear();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Pipeline class A extends A { @Step A a() { return null; } }",
        "@Pipeline class A<T extends A<T>> extends Missing<T> { @Step T a(T t) { return t; } }",
        "@SecretSchema interface A extends B {} @SecretSchema interface B extends A {}",
        "record R(R r, java.util.List<R> all) {} @Pipeline class A { @Step R r() { return null; } }",
        "@Pipeline(steps = {A.class, A.class, Missing.class, int[].class, void.class}) class A {}",
        "@Pipeline(name = A.X, secrets = {A.Y, Missing.Z}) class A { static final String X = \"\" + A.X; }",
        "@Pipeline(name = 1, secrets = {1, \"a\"}, nothing = 2) class A { @Step(1) int a() { return 1; } }",
        "@Pipeline @Pipeline class A { @Step @Step int a() { return 1; } }",
        "@Pipeline class A { @Step A() {} @Step int f; @Step class B {} }",
        "@Pipeline class A { void m() { @Pipeline class L { @Step int a() { return 1; } } } }",
        "class A { Object o = new Object() { @Step int a() { return 1; } }; }",
        "@Pipeline class A { @Step int a(int this) { return 1; } @Step void b(A this, int a) {} }",
        "@Pipeline class A { @Step @interface B {} @Step java.util.List<?>[] c() { return null; } }",
        "@SecretSchema @interface A { String value(); }",
        "@Pipeline @SecretSchema interface A { @Step @Key String a(); }",
        "@Pipeline class A { @Step java.util.Map.Entry<A.B, ? super A.B[]> a() { return null; } class B {} }",
        "class O<T> { class I {} } @Pipeline class A { @Step O<String>.I a() { return null; } @Step void b(O<String>.I a) {} }",
        "@Pipeline class \\u0041 { @Step int \\u0061() { return 1; } }",
        "@dev.lockstep.Pipeline(schedule = \"a b c d e\", name = \"\") class A { @Step int a() { return 1; } }",
        "@Pipeline class A { @Step <T extends Exception> void a() throws T {} @Step void b() throws Missing {} }",
        "@SecretSchema sealed interface A permits B { String a(); } non-sealed interface B extends A {}",
        "@Pipeline class A { @Step(materializer = java.util.List.class) int a() { return 1; } }",
        "@Pipeline class A { @Step(materializer = M.class) int a() { return 1; } class M<T> implements Materializer<T> {} }",
        "package x; @Pipeline class A { @Step int a() { return 1; } }",
        "@Flavor(\"a\") class A extends A implements Orchestrator { record R(R r) {} A(R r) {} }",
        "@Flavor class A implements Orchestrator, Missing { A(A a, Missing m) {} }",
        "@Flavor(1) record A(@Param A a, @Param(2) int b) implements Orchestrator, SecretsManager {}",
        "@Flavor(\"a\") abstract class A<T extends Record> implements Orchestrator { A(T t) {} }",
        "@Flavor(\"a\") class A implements Orchestrator { record R(int a, int a, R... r) {} A(R r) {} A(R... r) {} }",
        "@Flavor(\"a\") class A implements Orchestrator { record R<T>(T t, Optional o) { R {} R() {} } <X> A(R<X> r) {} }",
        "@Flavor(A.N) class A implements Orchestrator { static final String N = \"\" + A.N; A(Void v) throws X {} }",
        "@Flavor(\"a\") class ComponentFlavor implements Orchestrator {} @Flavor(\"a\") class Component extends ComponentFlavor {}",
      })
  void adversarialSourcesNeverMakeTheProcessorFail(String source) {
    compileSafely(source);
  }

  private static void compileSafely(String source) {
    Compilation compilation;
    try {
      compilation = Compiling.source(Compiling.IMPORTS + source).compile();
    } catch (CompilationFailureException e) {
      // Some sources crash javac's own parser, before any processor is called. What a processor
      // throws reaches us as it is.
      return;
    }

    assertThat(compilation.diagnostics())
        .as(source)
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .noneMatch(text -> text.contains("LS999"));
    assertThat(compilation.diagnostics().stream().filter(FuzzTest::isError).toList().isEmpty())
        .as(source + "\n" + compilation.diagnostics())
        .isEqualTo(compilation.status() == Compilation.Status.SUCCESS);
  }

  private static boolean isError(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR;
  }
}
