package dev.lockstep.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.fixture.EndsTheProcess;
import dev.lockstep.architecture.fixture.LogsByTheJdk;
import dev.lockstep.architecture.fixture.WritesFromElements;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Habits of the code that a compiler does not check. */
final class CodeTest {
  private static final JavaClasses CLASSES = Repository.classes();

  /** The programs: only they end a process. */
  private static final List<String> PROGRAMS = List.of("dev.lockstep.run.Lockstep");

  @Test
  void writersSeeNoCompilerType() {
    ArchRule rule = writersSeeNoCompilerType("dev.lockstep.processor.write..");

    rule.check(CLASSES);
    assertThat(violations(writersSeeNoCompilerType("..fixture.."), WritesFromElements.class))
        .singleElement()
        .asString()
        .contains("TypeElement");
  }

  @Test
  void nobodyLogsByTheJdk() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("users configure SLF4J, and its lines pass the run's redaction");

    rule.check(CLASSES);
    assertThat(violations(rule, LogsByTheJdk.class)).isNotEmpty();
  }

  @Test
  void onlyProgramsEndTheProcess() {
    ArchRule rule =
        noClasses()
            .that(
                DescribedPredicate.describe(
                    "are no programs", (JavaClass type) -> !PROGRAMS.contains(type.getName())))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("the runtime is embedded in other people's programs");

    rule.check(CLASSES);
    assertThat(violations(rule, EndsTheProcess.class)).isNotEmpty();
  }

  @Test
  void nothingStaticChanges() {
    ArchRule rule =
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("static mutable state is shared by everything that runs in one process")
            .allowEmptyShould(true);

    rule.check(CLASSES);
    assertThat(violations(rule, LogsByTheJdk.class)).isNotEmpty();
  }

  private static ArchRule writersSeeNoCompilerType(String writers) {
    return noClasses()
        .that()
        .resideInAPackage(writers)
        .should()
        .dependOnClassesThat(
            // JavaPoet itself takes modifiers as the compiler's enum.
            resideInAPackage("javax.lang.model..")
                .and(DescribedPredicate.not(type(Modifier.class))))
        .because("what is generated follows from the processor's own model alone")
        .allowEmptyShould(true);
  }

  private static List<String> violations(ArchRule rule, Class<?> fixture) {
    return rule.evaluate(new ClassFileImporter().importClasses(fixture))
        .getFailureReport()
        .getDetails();
  }
}
