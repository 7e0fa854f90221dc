package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the module-infos say, held against the design's table and against the code. */
final class DescriptorsTest {
  /** The names by which users' modules require them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "annotations", "dev.lockstep",
          "runtime", "dev.lockstep.runtime",
          "testing", "dev.lockstep.testing");

  private static final String PATH = System.getProperty("java.class.path");

  private static final Pattern REQUIRES =
      Pattern.compile("^ +requires (?:mandated |transitive |static )*([\\w.]+)");

  private static final ModuleFinder FINDER =
      ModuleFinder.of(
          Arrays.stream(PATH.split(Pattern.quote(File.pathSeparator), -1))
              .map(Path::of)
              .toArray(Path[]::new));

  @ParameterizedTest
  @ValueSource(strings = {"annotations", "runtime", "testing"})
  void aModuleBringsItsLibrariesAllOfWhichAreModules(String folder) {
    Configuration resolved =
        ModuleLayer.boot().configuration().resolve(FINDER, ModuleFinder.of(), Set.of(name(folder)));

    assertThat(
            resolved.modules().stream()
                .map(ResolvedModule::reference)
                .filter(module -> module.descriptor().isAutomatic()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotations", "runtime", "testing"})
  void aModuleRequiresOfOursWhatItsRowAllows(String folder) {
    assertThat(descriptor(folder).requires().stream().map(Requires::name))
        .filteredOn(name -> name.startsWith("dev.lockstep"))
        .isSubsetOf(
            Module.at(folder).orElseThrow().modules().stream().map(DescriptorsTest::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotations", "runtime", "testing"})
  void aModuleRequiresWhatItsCodeUsesAndNothingElse(String folder) {
    Set<String> used = requiredByCode(name(folder));
    Set<String> declared = new TreeSet<>();
    Set<String> atRunTime = new TreeSet<>();
    for (Requires requires : descriptor(folder).requires()) {
      declared.add(requires.name());
      // Annotations leave no trace for jdeps to find.
      if (!requires.modifiers().contains(Requires.Modifier.STATIC)
          && !requires.name().equals("dev.lockstep")) {
        atRunTime.add(requires.name());
      }
    }

    assertThat(used).contains("java.base");
    assertThat(declared).containsAll(used);
    assertThat(used).containsAll(atRunTime);
  }

  /** What jdeps finds that the classes of a module use. */
  private static Set<String> requiredByCode(String module) {
    StringWriter said = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(said),
            new PrintWriter(said),
            "--multi-release",
            "17",
            "--module-path",
            path(module),
            "--check",
            module);
    return said.toString()
        .lines()
        .dropWhile(line -> !line.contains("[Suggested module descriptor for " + module + "]"))
        .skip(1)
        .takeWhile(line -> !line.contains("["))
        .flatMap(line -> REQUIRES.matcher(line).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * A module and what it requires. Not the whole class path: libraries that nobody uses as modules,
   * such as those of integrations, share packages among their jars, and jdeps refuses all of them.
   */
  private static String path(String module) {
    Set<String> roots =
        FINDER.find(module).orElseThrow().descriptor().requires().stream()
            .map(Requires::name)
            .filter(name -> FINDER.find(name).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    roots.add(module);
    return ModuleLayer.boot()
        .configuration()
        .resolve(FINDER, ModuleFinder.of(), roots)
        .modules()
        .stream()
        .map(found -> Path.of(found.reference().location().orElseThrow()).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ModuleDescriptor descriptor(String folder) {
    return FINDER.find(name(folder)).orElseThrow().descriptor();
  }

  private static String name(String folder) {
    String name = NAMES.get(folder);
    assertThat(name).as("name of " + folder).isNotNull();
    return String.valueOf(name);
  }
}
