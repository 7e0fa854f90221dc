package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step returns can be stored and read again, or the compiler says why not. */
class StorageTest {
  private static final String TYPES =
      """
      interface Shape {}
      static abstract class Base { public int x; }
      class Inner { public int x; }
      static class Two { public int x; Two(int x, int y) {} }
      static class Hidden { private int x; }
      record Key(int x) {}
      record Report(String title, List<Shape> shapes) {}
      record Handles(Thread worker) {}
      record Streams(InputStream left, InputStream right) {}
      """;

  private static Compiling returning(String type) {
    return Compiling.pipeline(TYPES + "\n@Step " + type + " load() { return null; }");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List<Optional<Future<Model>>> | Future is not there yet, or can be read only once.",
        "Map<String, Stream<Model>> | Stream is not there yet, or can be read only once.",
        "List<? extends Iterator<Model>> | Iterator is not there yet, or can be read only once.",
        "ByteArrayInputStream | ByteArrayInputStream is an open stream; of those",
        "List<InputStream> | InputStream is an open stream; of those",
        "BufferedReader | BufferedReader is an open stream; of those",
        "Thread | Thread belongs to this process, and the next step may run in another.",
        "java.sql.Connection | Connection belongs to this process",
        "ExecutorService | ExecutorService belongs to this process",
        "Handles | Thread belongs to this process",
        "Runnable | Runnable is code and not data.",
        "List<java.util.function.Function<Model, Model>> | Function is code and not data.",
        "Inner[] | Inner is an inner class: nothing is left of the object around it.",
        "Streams | InputStream is an open stream; of those",
      })
  void whatCannotBeStoredIsAnError(String type, String reason) {
    String text = returning(type).fails("[LS067] Step 'load' returns ", "load()");

    assertThat(text).contains(", which cannot be stored.", reason, "@Step(materializer = ...)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shape | Shape is an interface or abstract, so that nothing says which class to read.",
        "Set<Base> | Base is an interface or abstract",
        "Report | Shape is an interface or abstract",
        "Two | Two has no constructor that JSON can be read with: one without parameters.",
        "Hidden | Hidden has neither a public field nor a getter that JSON could show.",
        "Optional<Hidden>[] | Hidden has neither a public field nor a getter",
        "BitSet | JSON of BitSet cannot be read again.",
        "Comparable<String> | JSON of Comparable cannot be read again.",
      })
  void whatJsonCannotGiveBackIsAWarning(String type, String reason) {
    String text = returning(type).warns("[LS068] Step 'load' returns ", "load()");

    assertThat(text).contains(reason, "@SuppressWarnings(\"lockstep:unreadable-output\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Map<Key, Model> | nothing makes a Key of one.",
        "List<Map<List<String>, Model>> | nothing makes a List of one.",
        "Map<Two, Model> | nothing makes a Two of one.",
        "Map<Path, Model> | nothing makes a Path of one.",
        "Map<int[], Model> | nothing makes a int[] of one.",
      })
  void aKeyThatNoTextCanBecomeIsAWarning(String type, String reason) {
    assertThat(returning(type).warns("[LS069] Step 'load' returns ", "load()"))
        .contains(", and the keys of its map cannot be read from JSON again.", reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Model",
        "int",
        "char[]",
        "InputStream",
        "Path",
        "List<Path>",
        "Collection<? extends Model>",
        "Iterable<Model>",
        "Deque<Model>",
        "List<Optional<Model>>",
        "Map.Entry<String, Model>",
        "Map<UUID, Map<LocalDate, Model>>",
        "SortedMap<DayOfWeek, Model>",
        "Class<?>",
        "Number",
        "CharSequence",
        "List<?>",
        "java.util.concurrent.atomic.AtomicReference<Model>",
        "Thread.State",
        "Named",
        "Made",
        "Tree<Model>",
        "Names",
        "Lazy",
        "Map<Code, Model>",
        "Annotated",
        "Poly",
        "Ignoring",
        "Private",
        "Delegating",
      })
  void whatJsonCanHoldIsLeftAlone(String type) {
    Compiling.pipeline(
            """
            interface HasName { default String getName() { return ""; } }
            public static class Named implements HasName {}
            static class Made { public int x; private Made() {} }
            record Tree<T>(T value, List<Tree<T>> children) {}
            static class Names extends ArrayList<String> { static final long serialVersionUID = 1L; }
            record Lazy(String name) implements java.util.function.Supplier<String> {
              public String get() { return name; }
            }
            static class Code { Code(String text) {} }
            static class Annotated {
              @com.fasterxml.jackson.annotation.JsonCreator
              static Annotated of(@com.fasterxml.jackson.annotation.JsonProperty("x") int x) { return null; }
              private Annotated(int x, int y) {}
            }
            @com.fasterxml.jackson.annotation.JsonTypeInfo(
                use = com.fasterxml.jackson.annotation.JsonTypeInfo.Id.NAME)
            sealed interface Poly {}
            record Square(int x) implements Poly {}
            record Ignoring(@com.fasterxml.jackson.annotation.JsonIgnore Thread thread, int x) {}
            static class Private { private int x; public int getX() { return x; } }
            public static class Delegating { private final int x; public Delegating(int x) { this.x = x; }
              @com.fasterxml.jackson.annotation.JsonValue public int value() { return x; } }
            @Step %s load() { throw new IllegalStateException(); }
            """
                .formatted(type))
        .with("-Xlint:-processing")
        .passes();
  }

  @Test
  void whoeverNamesAMaterializerKnowsBetter() {
    Compiling.pipeline(
            TYPES
                + """
                static class M implements Materializer<Shape> {
                  public void write(Shape value, java.lang.reflect.Type type, ArtifactWriter writer) {}
                  public Shape read(java.lang.reflect.Type type, ArtifactReader reader) { return null; }
                }
                @Step(materializer = M.class) Shape load() { return null; }
                @SuppressWarnings("lockstep:unreadable-output") @Step Base base() { return null; }
                @SuppressWarnings("lockstep:unreadable-key") @Step Map<Key, Model> keys() { return null; }
                """)
        .passes();
  }

  @Test
  void aStreamIsStoredByItselfWhenItsRecordIsTakenApart() {
    Compiling.pipeline(
            TYPES
                + """
                @Step Streams load() { return null; }
                @Step void use(@From("load.left") InputStream left) {}
                """)
        .passes();
  }
}
