package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The design's table of modules, held against the project files. */
final class PomTest {
  static Stream<String> folders() {
    return Module.ALL.stream().map(Module::folder);
  }

  @Test
  void everyPublishedModuleHasARow() {
    assertThat(published().map(Pom::folder))
        .as(
            "A new module gets a row in Module.ALL with what the design lets it depend on,"
                + " or says maven.deploy.skip when users do not get it.")
        .containsExactlyInAnyOrderElementsOf(folders().toList());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void declaresOnlyWhatItsRowAllows(String folder) {
    Module module = Module.at(folder).orElseThrow();
    Set<String> allowed = new TreeSet<>(module.libraries());
    module
        .modules()
        .forEach(used -> allowed.add("dev.lockstep:" + Repository.pom(used).artifact()));

    assertThat(Repository.pom(folder).dependencies())
        .filteredOn(dependency -> !dependency.isForTests())
        .extracting(Pom.Dependency::coordinates)
        .as("What users of %s would carry. Change the design and Module.ALL first.", folder)
        .isSubsetOf(allowed);
  }

  @Test
  void examplesDependOnWhatUsersDependOn() {
    List<Pom> examples =
        Repository.poms().stream().filter(pom -> pom.folder().startsWith("examples/")).toList();

    assertThat(examples).isNotEmpty();
    assertThat(examples)
        .flatExtracting(Pom::dependencies)
        .filteredOn(Pom.Dependency::isOwn)
        .extracting(Pom.Dependency::artifact)
        .isSubsetOf("lockstep-annotations", "lockstep-runtime", "lockstep-testing");
  }

  @Test
  void theBomListsEveryPublishedModuleAndNothingElse() {
    Pom bom = Repository.publishedBom();

    assertThat(bom.managedDependencies())
        .extracting(Pom.Dependency::coordinates)
        .containsExactlyInAnyOrderElementsOf(
            published().map(pom -> "dev.lockstep:" + pom.artifact()).toList());
    assertThat(bom.hasParent())
        .as("The versions that a parent manages would be imported by every user of the BOM.")
        .isFalse();
  }

  @Test
  void artifactsAreNamedAfterTheirFolders() {
    assertThat(published().collect(Collectors.toMap(Pom::folder, Pom::artifact)))
        .allSatisfy(
            (folder, artifact) ->
                assertThat(artifact)
                    .isEqualTo("lockstep-" + folder.substring(folder.lastIndexOf('/') + 1)));
  }

  private static Stream<Pom> published() {
    return Repository.poms().stream().filter(Pom::isJar).filter(Pom::isPublished);
  }
}
