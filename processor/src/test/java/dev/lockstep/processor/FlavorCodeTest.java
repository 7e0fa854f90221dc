package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for flavors. */
class FlavorCodeTest {
  private static final String ORCHESTRATOR =
      """
        @Override public RunStatus execute(RunExecution run) { return RunStatus.SUCCEEDED; }
        @Override public void close() {}
      """;

  @TempDir private Path folder;

  @Test
  void aConfigurationWithoutComponentsAndADeprecatedOneCauseNoWarnings() {
    Compiling.source(
            Compiling.IMPORTS
                + "@Flavor(\"farm\") class Farm implements Orchestrator { record Config() {} Farm(Config c) {}"
                + ORCHESTRATOR
                + "}")
        .passes();
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @Deprecated @Flavor("farm") class Farm implements Orchestrator {
                    @Deprecated(forRemoval = true) enum Mode { A }
                    @Deprecated record Config(@Deprecated @SuppressWarnings("removal") Mode mode) {}
                    @Deprecated Farm(Config c) {}
                  """
                + ORCHESTRATOR
                + "}")
        .passes();
  }

  @Test
  void namesOfTheUserHideNothingThatTheCodeNeeds() {
    Compiling.source(
            Compiling.IMPORTS
                + """
                  @Flavor("x") class Component implements Orchestrator {
                    record Options(String context, int unused, List list, context.Override other) {}
                    enum List { A }
                    Component(Options options) {}
                  """
                + ORCHESTRATOR
                + "}")
        .and("package context; public enum Override { A }")
        .and("package shop; class FlavorOption {}")
        .and("package shop; class String0 {}")
        .passes();
  }

  @Test
  void aTypeThatAnotherProcessorGeneratesIsWaitedFor() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + "@Flavor(\"farm\") class Farm extends Late implements Orchestrator {"
                    + ORCHESTRATOR
                    + "}")
            .withProcessors(new RoundsTest.LateProcessor())
            .compile();

    assertThat(compilation.errors()).isEmpty();
    assertThat(
            Compiling.generated(
                compilation, "META-INF/services/dev.lockstep.stack.ComponentFlavor"))
        .isEqualTo("shop.FarmFlavor # generated from shop.Farm\n");
  }

  @Test
  void aTypeThatNobodyGeneratesIsLeftToTheCompiler() {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + "@Flavor(\"farm\") class Farm { record Config(Never x) {} Farm(Config c) {} }")
            .compile();

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .singleElement()
        .asString()
        .startsWith("cannot find symbol");
  }

  @Test
  void aConfigurationFromAJarIsReadFromItsClassFile() {
    String settings =
        """
        package lib;
        import dev.lockstep.Param;
        public record Settings(@Param(value = "%s", name = "how-many") int size) {}
        """;
    String farm =
        Compiling.IMPORTS
            + "@Flavor(\"farm\") class Farm implements Orchestrator { Farm(lib.Settings settings) {}"
            + ORCHESTRATOR
            + "}";
    Compilation compilation =
        Compiling.source(farm)
            .withLibrary(folder.resolve("good"), settings.formatted("7"))
            .passes();
    assertThat(Compiling.generated(compilation, "shop/FarmFlavor.java"))
        .contains("FlavorOption.withDefault(\"how_many\", \"int\", \"7\", \"\")");
    Compiling.source(farm)
        .withLibrary(folder.resolve("bad"), settings.formatted("x"))
        .fails("[LS105] lib.Settings: The default 'x' of component 'size' is no int", "class Farm");
  }
}
