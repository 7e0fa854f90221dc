package dev.lockstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A build that compiles a part of a project ends as one that compiles all of it. */
class IncrementalTest {
  private static final Set<String> ALL =
      Set.of("shop.Churn", "shop.Fraud", "shop.Reports", "shop.Model", "shop.Warehouse");

  @TempDir private Path folder;

  private Build build(Build.Tool tool) throws IOException {
    String[] options =
        tool == Build.Tool.JAVAC
            ? new String[] {"-g", "-Xlint:all,-processing,-path,-options", "-Werror"}
            : new String[] {"-g", "--release", "17"};
    return new Build(folder, tool, options)
        .write("shop.Model", "package shop; public record Model(double weight) {}")
        .write(
            "shop.Warehouse",
            Compiling.IMPORTS
                + "@SecretSchema public interface Warehouse { URI url(); SecretValue password(); }")
        .write(
            "shop.Reports",
            Compiling.IMPORTS
                + """
                  @SuppressWarnings("lockstep:mutable-field")
                  class Reports {
                    int state;
                    @Step void report(Model model, @Param("3") int digits) {}
                  }
                  """)
        .write(
            "shop.Churn",
            Compiling.IMPORTS
                + """
                  @Pipeline(secrets = "warehouse", steps = Reports.class)
                  class Churn {
                    @SuppressWarnings("lockstep:mutable-field") int state;
                    @Step Model train(Warehouse warehouse) { return null; }
                  }
                  """)
        .write(
            "shop.Fraud",
            Compiling.IMPORTS
                + "@Pipeline class Fraud { @Step int one() { return 1; } @Step void two(int one) {}"
                + " }");
  }

  @Test
  void theProcessorsAreFoundInTheOrderInWhichTheyRelyOnEachOther() {
    assertThat(GradleRules.lines("META-INF/services/javax.annotation.processing.Processor"))
        .containsExactlyElementsOf(GradleRules.declared().keySet());
    assertThat(GradleRules.declared().values())
        .containsExactly("isolating", "aggregating", "isolating");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"shop.Churn", "shop.Fraud", "shop.Reports", "shop.Model", "shop.Warehouse"})
  void whatGradleCompilesAgainIsWhatItWas(String changed) throws IOException {
    Build build = build(Build.Tool.JAVAC);
    GradleRules rules = new GradleRules();
    build.compile(rules.processors(), List.of(), ALL).silently();
    Map<String, String> complete = build.outputs();
    assertThat(complete)
        .containsKeys(
            "shop/ChurnRunner.java", "shop/WarehouseSchema.java", "META-INF/lockstep/pipelines");
    assertThat(rules.aggregatedTypes).contains("shop.Churn", "shop.Fraud", "shop.Reports");

    // Gradle deletes the class, what was generated for it, and what was generated from all.
    build.delete(changed.replace('.', '/'));
    Set<String> processed = new TreeSet<>(rules.aggregatedTypes);
    processed.remove(changed);
    for (String path : rules.generated.getOrDefault(changed, Set.of())) {
      build.delete(path);
    }
    for (String path : rules.aggregated) {
      build.delete(path);
    }
    build.compile(new GradleRules().processors(), processed, List.of(changed)).silently();

    assertThat(build.outputs()).isEqualTo(complete);
  }

  @Test
  void whatGradleDeletedIsGeneratedFromTheClassFile() throws IOException {
    Build build = build(Build.Tool.JAVAC);
    GradleRules rules = new GradleRules();
    build.compile(rules.processors(), List.of(), ALL).silently();
    Map<String, String> complete = build.outputs();

    // The runner depends on the model's class, and is deleted with it.
    build.delete("shop/Model");
    for (String path : rules.generated.getOrDefault("shop.Churn", Set.of())) {
      build.delete(path);
    }
    for (String path : rules.aggregated) {
      build.delete(path);
    }
    build
        .compile(new GradleRules().processors(), rules.aggregatedTypes, List.of("shop.Model"))
        .silently();

    assertThat(build.outputs()).isEqualTo(complete);
  }

  @ParameterizedTest
  @EnumSource(Build.Tool.class)
  void aFileThatIsCompiledAloneIsJudgedAsAmongAll(Build.Tool tool) throws IOException {
    Build build = build(tool);
    build.compile(ALL.toArray(String[]::new)).silently();
    Map<String, String> complete = build.outputs();

    for (String changed : ALL) {
      build.compile(changed).silently();
      assertThat(build.outputs()).as(changed).isEqualTo(complete);
    }
  }

  @ParameterizedTest
  @EnumSource(Build.Tool.class)
  void aStepThatNoPipelineIncludesAnyMoreIsAnOrphan(Build.Tool tool) throws IOException {
    Build build = build(tool);
    build.compile(ALL.toArray(String[]::new)).silently();

    build.delete("shop/Churn");
    build.compile("shop.Reports");

    assertThat(build.said())
        .filteredOn(text -> text.startsWith("[LS"))
        .singleElement()
        .asString()
        .startsWith("[LS031] Step 'Reports.report' belongs to no pipeline");
  }

  @ParameterizedTest
  @EnumSource(Build.Tool.class)
  void aStepThatIsCompiledAloneAndWasNeverIncludedIsAnOrphan(Build.Tool tool) throws IOException {
    Build build = build(tool).compile("shop.Model", "shop.Reports");

    assertThat(build.said())
        .filteredOn(text -> text.startsWith("[LS"))
        .singleElement()
        .asString()
        .startsWith("[LS031] Step 'Reports.report' belongs to no pipeline");
  }

  @ParameterizedTest
  @EnumSource(Build.Tool.class)
  void aPipelineThatIsCompiledAloneMeetsItsNamesake(Build.Tool tool) throws IOException {
    Build build = build(tool);
    build.compile(ALL.toArray(String[]::new)).silently();
    build.write(
        "shop.Other",
        Compiling.IMPORTS
            + "@Pipeline(name = \"churn\") class Other { @Step int one() { return 1; } }");
    build.compile("shop.Other");

    assertThat(build.said())
        .singleElement()
        .asString()
        .startsWith("[LS049] Two pipelines are called 'churn'.")
        .contains("The other is shop.Churn, whose class file an earlier compilation left.");

    build.delete("shop/Churn");
    build.delete("shop/OtherRunner");
    build.compile("shop.Other").silently();
  }
}
