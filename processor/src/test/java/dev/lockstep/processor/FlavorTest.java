package dev.lockstep.processor;

import static dev.lockstep.processor.Compiling.expected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlavorTest {
  /** What makes a class an orchestrator: the shortest of the components. */
  private static final String MEMBERS =
      """
        @Override public RunStatus execute(RunExecution run) { throw new UnsupportedOperationException(); }
        @Override public void close() {}
      """;

  private static Compiling source(String text) {
    return Compiling.source(Compiling.IMPORTS + text);
  }

  /** An orchestrator {@code shop.Farm}, with more members. */
  private static Compiling farm(String members) {
    return source(farmText("@Flavor(\"farm\")", members));
  }

  private static String farmText(String annotation, String members) {
    return annotation
        + "\npublic class Farm implements Orchestrator {\n"
        + MEMBERS
        + members
        + "}\n";
  }

  /** The same with a configuration of these components. */
  private static Compiling config(String components) {
    return farm("record Config(" + components + ") {}\nFarm(Config config) {}\n");
  }

  @Test
  void aFlavorIsAComponentOfOneType() {
    source("@Flavor(\"farm\")\npublic class Farm {}")
        .fails("[LS100] Flavor 'Farm' is no component of a stack.", "class Farm");
    source(
            """
            @Flavor("farm")
            public abstract class Farm implements Orchestrator, ArtifactStore {}
            """)
        .failsWith(
            expected("[LS101] Flavor 'Farm' is abstract.", "class Farm"),
            expected(
                "[LS100] Flavor 'Farm' is an orchestrator and an artifact store.", "class Farm"));
    source(
            """
            @Flavor("farm")
            public class Farm implements ComponentFlavor<Orchestrator> {
              public ComponentType type() { return ComponentType.ORCHESTRATOR; }
              public String name() { return "farm"; }
              public String description() { return "x"; }
              public List<FlavorOption> options() { return List.of(); }
              public Orchestrator create(ComponentContext context) { return null; }
            }
            """)
        .fails(
            "[LS100] Flavor 'Farm' is a ComponentFlavor, which @Flavor generates.", "class Farm");
  }

  @Test
  void whatAClassInheritsMakesItAComponentToo() {
    farm("").and(Compiling.IMPORTS + "@Flavor(\"more\") final class More extends Farm {}").passes();
  }

  @Test
  void generatedCodeMakesIt() {
    source("@Flavor(\"farm\")\npublic enum Farm {}")
        .fails("[LS101] Flavor 'Farm' is an enum, and must be a class.", "enum Farm");
    source("@Flavor(\"farm\")\npublic interface Farm extends Orchestrator {}")
        .fails("[LS101] Flavor 'Farm' is an interface, and must be a class.", "interface Farm");
    source("@Flavor(\"farm\")\npublic record Farm(int x) {}")
        .fails("[LS101] Flavor 'Farm' is a record, and must be a class.", "record Farm");
    source("@Flavor(\"farm\")\npublic @interface Farm {}")
        .fails("[LS101] Flavor 'Farm' is an annotation, and must be a class.", "interface Farm");
    source(
            "public class Out { @Flavor(\"x\") private static class In implements Orchestrator {"
                + MEMBERS
                + "} }")
        .fails("[LS101] Flavor 'Out.In' is private.", "class In");
    source(
            "public class Out { private static class P { @Flavor(\"x\") static class In implements Orchestrator {"
                + MEMBERS
                + "} } }")
        .fails("[LS101] Flavor 'Out.P.In' is inside 'P', which is private.", "class In");
    source("public class Out { @Flavor(\"x\") class In implements Orchestrator {" + MEMBERS + "} }")
        .fails("[LS101] Flavor 'Out.In' is an inner class", "class In");
    source("@Flavor(\"x\") public abstract class Farm implements Orchestrator {}")
        .fails("[LS101] Flavor 'Farm' is abstract.", "class Farm");
    source("@Flavor(\"x\") public class Farm<T> implements Orchestrator {" + MEMBERS + "}")
        .fails("[LS101] Flavor 'Farm' is generic.", "class Farm");
  }

  @Test
  void theClassHasOneConstructorThatFits() {
    String text =
        farm("private Farm() {} public Farm(int size, String name) {}")
            .fails(
                "[LS102] Flavor 'Farm' has no constructor that generated code can call.",
                "class Farm");
    assertThat(text)
        .contains("It has: private Farm(); public Farm(int, String).")
        .contains("add such a constructor: Farm(Config config)");
    farm("private Farm() {}").fails("[LS102] Flavor 'Farm' has no constructor", "class Farm");
    farm("record A() {} record B() {} Farm(A a, B b) {}")
        .fails("[LS102] Flavor 'Farm' has no constructor", "class Farm");
    farm("Farm(ComponentContext a, ComponentContext b) {}")
        .fails("[LS102] Flavor 'Farm' has no constructor", "class Farm");
    assertThat(
            farm("public Farm() {} Farm(ComponentContext context) {} Farm(int size) {}")
                .fails("[LS102] Flavor 'Farm' has several constructors that fit.", "class Farm"))
        .contains("It has: public Farm(); Farm(ComponentContext).");
    farm("public Farm() throws IOException, IllegalStateException {}")
        .fails("[LS006] The constructor of flavor 'Farm' throws IOException.", "class Farm");
  }

  @Test
  void aConstructorThatIsPrivateOrTakesMoreDoesNotCount() {
    farm("""
            record Config(int size) {}
            private Farm() {}
            public Farm(ComponentContext context, Config config) {}
            Farm(Config config, Runnable forTests) {}
            """)
        .passes();
  }

  @Test
  void theConfigurationIsARecordThatGeneratedCodeCanMake() {
    farm("static class Config {} public Farm(Config config) {}")
        .fails(
            "[LS103] The configuration 'config' of flavor 'Farm' is a 'Farm.Config', which is no"
                + " record.",
            "config)");
    farm("public Farm(ComponentContext context, Map<String, String> all) {}")
        .fails(
            "[LS103] The configuration 'all' of flavor 'Farm' is a 'Map<String, String>'", "all)");
    farm("private record Config(int size) {} public Farm(Config config) {}")
        .fails("[LS103] The configuration 'Farm.Config' of flavor 'Farm' is private.", "config)");
    farm("private static class P { record Config(int size) {} } public Farm(P.Config config) {}")
        .fails(
            "[LS103] The configuration 'Farm.P.Config' of flavor 'Farm' is inside 'P', which is"
                + " private.",
            "config)");
    farm("record Config<T>(int size) {} public Farm(Config<String> config) {}")
        .fails("[LS103] The configuration 'Farm.Config' of flavor 'Farm' is generic.", "config)");
    farm("public Farm(other.Open.Config config) {}")
        .and("package other; public class Open { protected record Config(int size) {} }")
        .compile(); // javac refuses it; what is said beside must not fail.
  }

  @Test
  void everyComponentCanBeReadFromText() {
    String text =
        config("String name, List<String> hosts")
            .fails(
                "[LS104] Component 'hosts' of 'Farm.Config' is a 'List<String>', which cannot be"
                    + " read from text.",
                "hosts)");
    assertThat(text).contains("Supported are String, SecretValue, int, long,");
    config("Optional<Optional<String>> a").fails("[LS104]", "a)");
    config("float a").fails("[LS104] Component 'a' of 'Farm.Config' is a 'float'", "a)");
    config("Secret a").fails("[LS104] Component 'a' of 'Farm.Config' is a 'Secret'", "a)");
    config("int... a").fails("[LS104] Component 'a' of 'Farm.Config' is an 'int[]'", "a)");
    farm("enum None {} record Config(None a) {} Farm(Config config) {}")
        .fails("[LS104] Component 'a' of 'Farm.Config' is a 'Farm.None', which has no", "a)");
    farm("private enum Mode { A } record Config(Mode a) {} Farm(Config config) {}")
        .fails("[LS020] Component 'a' has the type 'Farm.Mode', which FarmFlavor", "a)");
  }

  @Test
  void defaultsFitTheirTypes() {
    config("@Param(\"many\") int size")
        .fails("[LS105] The default 'many' of component 'size' is no int: it is no whole", "size)");
    config("@Param(\"99999999999\") int size")
        .fails(
            "[LS105] The default '99999999999' of component 'size' is no int: it is out", "size)");
    config("@Param(\"yes\") boolean on")
        .fails("[LS105] The default 'yes' of component 'on' is no boolean: it must be", "on)");
    config("@Param(\"5s\") Duration timeout")
        .fails(
            "[LS105] The default '5s' of component 'timeout' is no Duration: a duration",
            "timeout)");
    config("@Param(\"a b\") URI url").fails("[LS105] The default 'a b' of component 'url'", "url)");
    config("@Param(\"\") Path file")
        .fails("[LS105] The default '' of component 'file' is no Path: it names no file", "file)");
    assertThat(
            farm("enum Mode { FAST, SAFE } record Config(@Param(\"FASTER\") Mode m) {} Farm(Config c) {}")
                .fails("[LS105] The default 'FASTER' of component 'm' is no Farm.Mode", "m)"))
        .contains("Did you mean 'FAST'?")
        .contains("write one of FAST, SAFE.");
    config("@Param(\"x\") Optional<String> name")
        .fails("[LS105] Component 'name' of 'Farm.Config' is Optional and has a default", "name)");
    assertThat(
            config("@Param(\"hunter2\") SecretValue token")
                .fails("[LS105] Component 'token' of 'Farm.Config' has a default, and", "token)"))
        .doesNotContain("hunter2");
    assertThat(
            config("@Param(\"hunter2\") int pinToken").fails("[LS105] The default of", "pinToken)"))
        .doesNotContain("hunter2");
  }

  @Test
  void optionsHaveNamesOfTheirOwn() {
    config("int maxSize, int max_size")
        .fails(
            "[LS106] Components 'maxSize' and 'max_size' of 'Farm.Config' both become the option"
                + " '--max-size'.",
            "max_size)");
    config("int a, @Param(name = \"a\") int b").fails("[LS106] Components 'a' and 'b'", "b)");
    config("boolean debug")
        .fails("[LS106] '--debug' is an option of the commands that set components up.", "debug)");
    config("@Param(name = \"flavor\") String taste").fails("[LS106] '--flavor' is", "taste)");
    assertThat(
            config("@Param(name = \"max size\") int a")
                .fails("[LS106] 'max size' cannot be the name of an option.", "a)"))
        .contains("@Param(name = \"max-size\")");
    config("int größe").fails("[LS106] 'größe' cannot be the name of an option.", "größe)");
  }

  @Test
  void theNameOfAFlavorCanStandInCommands() {
    assertThat(
            source(farmText("@Flavor(\"My_Farm 2\")", ""))
                .fails("[LS107] 'My_Farm 2' cannot be the name of a flavor.", "\"My_Farm 2\""))
        .contains("@Flavor(\"my-farm-2\")");
    source(farmText("@Flavor(\"\")", "")).fails("[LS107] '' cannot be", "\"\"");
    assertThat(
            source(farmText("@Flavor(\"local\")", ""))
                .fails(
                    "[LS107] The runtime has an orchestrator flavor 'local' of its own",
                    "\"local\""))
        .contains("@Flavor(\"farm\")");
  }

  @Test
  void noTwoFlavorsOfOneTypeShareAName() {
    assertThat(
            farm("")
                .and(
                    Compiling.IMPORTS
                        + "@Flavor(\"farm\") class Ranch implements Orchestrator {"
                        + MEMBERS
                        + "}")
                .fails(
                    "[LS108] Two orchestrator flavors are called 'farm'.", "\"farm\") class Ranch"))
        .contains("The other is shop.Farm.");
  }

  @Test
  void whatIsGeneratedHasAPackageAFreeNameAndTheRuntime() {
    farm("")
        .and("package shop; class FarmFlavor {}")
        .fails(
            "[LS011] What is generated for 'Farm' would be called FarmFlavor, and a class of that",
            "class Farm implements");
    Compiling.source(
            "import dev.lockstep.*; import dev.lockstep.metadata.*; import dev.lockstep.orchestrator.*;\n"
                + farmText("@Flavor(\"farm\")", ""))
        .fails("[LS008] Flavor 'Farm' is in no package.", "class Farm");
    Compiling.source("package shop;\n@dev.lockstep.Flavor(\"farm\") public class Farm {}")
        .withoutRuntime()
        .fails("[LS047] What is generated for 'Farm' needs the runtime", "class Farm");
  }

  @Test
  void paramOnAnythingElseHasNoEffect() {
    source("public record Other(int a, @Param(\"x\") int b) {}")
        .fails(
            "[LS048] @Param has no effect on component 'Other.b': no constructor of a @Flavor",
            "b)");
    source("public record Other(int b) { public Other(@Param(\"x\") int b) { this.b = b; } }")
        .fails("[LS048] @Param has no effect on 'b': the method is no step.", "b) { this");
    farm("public Farm(@Param(\"x\") ComponentContext context) {}")
        .fails("[LS048] @Param has no effect on 'context'", "context)");
    farm("public Farm(Settings settings) {}")
        .and(Compiling.IMPORTS + "record Settings(@Param(\"1\") int size) { Settings {} }")
        .passes();
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    source(
            """
            @Flavor("Farm")
            public class Farm implements Orchestrator {
              record Config(List<String> a, @Param("x") int b, int help, @Param("s") SecretValue d) {}
              Farm(Config config) throws IOException {}
            """
                + MEMBERS
                + "}")
        .failsWith(
            expected("[LS107]", "\"Farm\""),
            expected("[LS006]", "class Farm"),
            expected("[LS104]", "a,"),
            expected("[LS105]", "b,"),
            expected("[LS106]", "help,"),
            expected("[LS105]", "d)"));
  }

  @Test
  void codeThatUsesWhatIsGeneratedForABrokenFlavorHasNoFurtherErrors() {
    source("@Flavor(\"farm\")\npublic class Farm {}")
        .and(Compiling.IMPORTS + "class Uses { ComponentFlavor<?> flavor = new FarmFlavor(); }")
        .failsWith(expected("[LS100]", "class Farm"));
  }
}
