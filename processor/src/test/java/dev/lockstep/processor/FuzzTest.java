package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.CompilationFailureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntUnaryOperator;
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

  /** Lines and types of pipelines in several files, deleted, doubled, swapped and renamed. */
  @Test
  void mutatedPipelinesNeverMakeTheProcessorFail() {
    Random random = new Random(20260102);
    List<String> cases = Golden.cases();
    for (int round = 0; round < ROUNDS / 2; round++) {
      Map<String, String> files = new TreeMap<>();
      for (Path source : Golden.sources(cases.get(random.nextInt(cases.size())))) {
        files.put(Compiling.className(Golden.SOURCES, source), Golden.read(source));
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        String file = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
        files.computeIfPresent(file, (name, text) -> mutateText(text, random));
      }
      Compiling compiling = new Compiling();
      files.forEach(compiling::and);
      compileSafely(String.join("\n", files.values()), compiling);
    }
  }

  private static String mutateText(String text, Random random) {
    if (random.nextInt(3) == 0) {
      List<String> names =
          Pattern.compile("\\w+").matcher(text).results().map(r -> r.group()).toList();
      String from = names.get(random.nextInt(names.size()));
      String to =
          random.nextBoolean()
              ? names.get(random.nextInt(names.size()))
              : ODDITIES[random.nextInt(ODDITIES.length)];
      return text.replaceAll("\\b" + from + "\\b", Matcher.quoteReplacement(to));
    }
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(line));
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      default -> lines.subList(line, Math.min(lines.size(), line + 1 + random.nextInt(8))).clear();
    }
    return String.join("\n", lines);
  }

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

  /** Types that contain each other, or themselves, many times over. */
  @Test
  void deepTypesNeverMakeTheProcessorFail() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    // javac's parser recurses, and needs more stack than a test has.
    Thread deep = new Thread(null, FuzzTest::compileDeepTypes, "deep", 256L << 20);
    deep.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
    deep.start();
    deep.join();
    assertThat(failure.get()).isNull();
  }

  /** What javac alone can take: other compilers have limits of their own. */
  private static void compileDeep(String source) {
    compileSafely(
        source, Compiling.source(Compiling.IMPORTS + source).with("-proc:only").onJavacAlone());
  }

  private static void compileDeepTypes() {
    for (int depth : new int[] {100, 2000}) {
      String deep = "List<".repeat(depth) + "String" + ">".repeat(depth);
      compileDeep(
          "@Pipeline class A { @Step "
              + deep
              + " a() { return null; } @Step void b("
              + deep
              + " a) {} }");
      compileDeep(
          "@Pipeline class A { @Step int"
              + "[]".repeat(Math.min(depth, 250))
              + " a() { return null; } }");
    }
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      chain.append("record R" + i + "(R" + (i + 1) + " next, List<R0> all) {}\n");
    }
    compileDeep(
        chain + "record R500(int x) {} @Pipeline class A { @Step R0 a() { return null; } }");
    StringBuilder parents = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      parents.append(
          "class P" + i + " extends P" + (i + 1) + " { @Step int s" + i + "() { return 1; } }\n");
    }
    compileDeep(
        parents + "class P300 {} @Pipeline class A extends P0 { @Step P0 a() { return null; } }");
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      nested.append(
          "static class N" + i + " { @Pipeline static class P { @Step int a() { return 1; } } ");
    }
    compileDeep("class A { " + nested + "}".repeat(51));
  }

  @Test
  void fiveThousandStepsAreNotTooMany() {
    assertThat(processSafely(steps(5000, "", i -> i - 1)).errors()).isEmpty();
    assertThat(processSafely(steps(500, "", i -> 0)).errors()).isEmpty();
    assertThat(processSafely(steps(1000, "@From(\"s999\") M m", i -> i - 1)).errors())
        .singleElement()
        .extracting(error -> error.getMessage(Locale.ROOT))
        .asString()
        .startsWith("[LS014]");
  }

  /** A class of steps, each of which takes what another one returns. */
  private static String steps(int number, String first, IntUnaryOperator producer) {
    StringBuilder source =
        new StringBuilder(
            "@Pipeline class A { record M(int x) {} @Step M s0(" + first + ") { return null; }\n");
    for (int i = 1; i < number; i++) {
      source.append(
          "@Step M s%d(@From(\"s%d\") M m) { return m; }\n".formatted(i, producer.applyAsInt(i)));
    }
    return source + "}";
  }

  /** Without the time that javac takes for the code. */
  private static Compilation processSafely(String source) {
    return compileSafely(source, Compiling.source(Compiling.IMPORTS + source).with("-proc:only"));
  }

  private static Compilation compileSafely(String source) {
    return compileSafely(source, Compiling.source(Compiling.IMPORTS + source));
  }

  private static Compilation compileSafely(String source, Compiling compiling) {
    Compilation compilation;
    try {
      compilation = compiling.compile();
    } catch (CompilationFailureException e) {
      // Some sources crash javac's own parser, before any processor is called. What a processor
      // throws reaches us as it is.
      return Compiling.source("class Fine {}").compile();
    }
    assertThat(compilation.diagnostics())
        .as(source)
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .noneMatch(text -> text.isBlank() || text.contains("LS999"));
    assertThat(compilation.diagnostics().stream().filter(FuzzTest::isError).toList().isEmpty())
        .as(source + "\n" + compilation.diagnostics())
        .isEqualTo(compilation.status() == Compilation.Status.SUCCESS);
    return compilation;
  }

  private static boolean isError(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR;
  }
}
