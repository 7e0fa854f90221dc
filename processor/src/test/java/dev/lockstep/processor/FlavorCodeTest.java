package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for flavors. */
class FlavorCodeTest {
  private static final Path EXPECTED = Path.of("src", "test", "resources", "expected");

  private static final String SECRETS =
      """
        @Override public void register(Secret secret) {}
        @Override public Secret get(String name) { throw new SecretNotFoundException(name, "x"); }
        @Override public Map<String, Secret> getAll(Collection<String> names) { return Map.of(); }
        @Override public List<String> list() { return List.of(); }
        @Override public void update(Secret secret) {}
        @Override public void delete(String name) {}
        @Override public void deleteAll(boolean force) {}
        @Override public void close() {}
      """;

  private static final String ORCHESTRATOR =
      """
        @Override public RunStatus execute(RunExecution run) { return RunStatus.SUCCEEDED; }
        @Override public void close() {}
      """;

  @TempDir private Path folder;

  @Test
  void codeAndServiceFileAreAsExpected() throws IOException {
    Compilation compilation =
        Compiling.source(
                Compiling.IMPORTS
                    + """
                      @Flavor(value = "keychain", description = "Secrets in the keychain \u2013 of this machine.")
                      public final class Keychain implements SecretsManager {
                        enum Mode { FAST, SAFE }
                        record Config(
                            URI url,
                            @Param(description = "Who asks.") SecretValue token,
                            @Param(value = "PT5S", description = "How long to wait.") Duration timeout,
                            @Param("3") int retries,
                            Optional<Long> maxBytes,
                            double rate,
                            @Param("false") Boolean offline,
                            Optional<SecretValue> spareToken,
                            Optional<Path> keyFile,
                            @Param(value = "SAFE", name = "lock-mode") Mode mode,
                            @Param("") String prefix) {}

                        Keychain(ComponentContext context, Config config) {}
                      """
                    + SECRETS
                    + "}")
            .and(
                Compiling.IMPORTS
                    + "class Farms { @Flavor(\"farm\") static class Plain implements Orchestrator {"
                    + ORCHESTRATOR
                    + "} }")
            .passes();

    for (String file :
        new String[] {
          "shop/KeychainFlavor.java",
          "shop/Farms_PlainFlavor.java",
          "META-INF/services/dev.lockstep.stack.ComponentFlavor"
        }) {
      Golden.matches(EXPECTED.resolve(file + ".txt"), Compiling.generated(compilation, file));
    }
  }

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
