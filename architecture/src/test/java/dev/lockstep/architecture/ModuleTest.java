package dev.lockstep.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.fixture.UsesJson;
import dev.lockstep.architecture.fixture.UsesRuntime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The design's table of modules, held against compiled code. */
final class ModuleTest {
  private static final JavaClasses CLASSES = Repository.classes();

  static Stream<String> folders() {
    return Module.ALL.stream().map(Module::folder);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void usesOnlyWhatItsRowAllows(String folder) {
    rule(Module.at(folder).orElseThrow(), Repository::moduleOf).check(CLASSES);
  }

  @Test
  void everyClassIsSeenInItsModule() {
    assertThat(CLASSES).isNotEmpty().allMatch(type -> Repository.moduleOf(type).isPresent());
    assertThat(CLASSES.get("dev.lockstep.secret.SecretValue"))
        .extracting(Repository::moduleOf)
        .isEqualTo(Optional.of("runtime"));
  }

  @Test
  void theRuleFindsTheUseOfAnotherModule() {
    assertThat(violations(UsesRuntime.class, Set.of(), Set.of("java..")))
        .singleElement()
        .asString()
        .contains("dev.lockstep.secret.SecretValue");
    assertThat(violations(UsesRuntime.class, Set.of("runtime"), Set.of("java.."))).isEmpty();
  }

  @Test
  void theRuleFindsTheUseOfALibrary() {
    assertThat(violations(UsesJson.class, Set.of("runtime"), Set.of("java..")))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("com.fasterxml.jackson.core.JsonToken"));
    assertThat(
            violations(UsesJson.class, Set.of(), Set.of("java..", "com.fasterxml.jackson.core..")))
        .isEmpty();
  }

  /** What is wrong with a class, were it in a module with such a row. */
  private static List<String> violations(
      Class<?> fixture, Set<String> modules, Set<String> packages) {
    Module module = new Module("fixture", modules, Set.of(), packages);
    Function<JavaClass, Optional<String>> moduleOf =
        type ->
            type.isEquivalentTo(fixture)
                ? Optional.of(module.folder())
                // A class that was imported alone sees others on the class path, perhaps in jars.
                : Optional.of(type.getName())
                    .filter(CLASSES::contain)
                    .flatMap(name -> Repository.moduleOf(CLASSES.get(name)));
    return rule(module, moduleOf)
        .evaluate(new ClassFileImporter().importClasses(fixture))
        .getFailureReport()
        .getDetails();
  }

  private static ArchRule rule(Module module, Function<JavaClass, Optional<String>> moduleOf) {
    return classes()
        .that(
            DescribedPredicate.describe(
                "are in " + module.folder(),
                (JavaClass type) -> moduleOf.apply(type).equals(Optional.of(module.folder()))))
        .should(new StayInModule(module, moduleOf))
        .because("an arrow that is not in the design's table of modules does not exist")
        .allowEmptyShould(true);
  }
}
