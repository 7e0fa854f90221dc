package dev.lockstep.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstep.architecture.fixture.EndsTheProcess;
import dev.lockstep.architecture.fixture.LoadsAnnotations;
import dev.lockstep.architecture.fixture.LogsByTheJdk;
import dev.lockstep.architecture.fixture.WritesFromElements;
import dev.lockstep.architecture.fixture.cycle.There;
import dev.lockstep.architecture.fixture.cycle.back.Back;
import java.util.List;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Habits of the code that a compiler does not check. */
final class CodeTest {
  private static final JavaClasses CLASSES = Repository.classes();

  @Test
  void onlyReadersSeeCompilerTypes() {
    onlyReadersSeeCompilerTypes(
            "dev.lockstep.processor.model..",
            "dev.lockstep.processor.wire..",
            "dev.lockstep.processor.validate..",
            "dev.lockstep.processor.write..",
            "dev.lockstep.processor.code..")
        .check(CLASSES);

    assertThat(violations(onlyReadersSeeCompilerTypes("..fixture.."), WritesFromElements.class))
        .singleElement()
        .asString()
        .contains("TypeElement");
  }

  private static ArchRule onlyReadersSeeCompilerTypes(String... others) {
    return noClasses()
        .that()
        .resideInAnyPackage(others)
        .should()
        .dependOnClassesThat(describe("the compiler hands out", CodeTest::isCompilerType))
        .because("what is checked and generated follows from the processor's own model alone")
        .allowEmptyShould(true);
  }

  /**
   * What is generated has modifiers, and the compiler's enum of them is as good as another; which
   * words are keywords is a question to the JDK and not to a compiler.
   */
  private static boolean isCompilerType(JavaClass type) {
    JavaClass element = type.getBaseComponentType();
    return element.getPackageName().startsWith("javax.lang.model")
        && !element.isEquivalentTo(Modifier.class)
        && !element.isEquivalentTo(SourceVersion.class);
  }

  @Test
  void theProcessorReadsAnnotationsByName() {
    annotationsAreReadByName("dev.lockstep.processor..").check(CLASSES);

    assertThat(violations(annotationsAreReadByName("..fixture.."), LoadsAnnotations.class))
        .isNotEmpty();
  }

  private static ArchRule annotationsAreReadByName(String processor) {
    return noClasses()
        .that()
        .resideInAPackage(processor)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.lockstep")
        .because("a loaded annotation fails on class values that are still being compiled")
        .allowEmptyShould(true);
  }

  @Test
  void onePackageUsesMavenResolver() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.lockstep.cli.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "eu.maveniverse..",
                "org.eclipse.aether..",
                "org.apache.maven..",
                "org.apache.http..")
            .because(
                "it is on the launcher's class path for one command, and no other may miss it");

    rule.check(CLASSES);
  }

  @Test
  void nobodyLogsByTheJdk() {
    ArchRule rule =
        noClasses()
            .that()
            // They log nothing: they keep what others log there from anybody's eyes, Google's
            // client and the JDK's connections, or hear it for a test.
            .haveNameNotMatching(
                "dev\\.lockstep\\.(gcp\\.TransportLog|http\\.ConnectionLog"
                    + "|testing\\.conformance\\.EverythingLogged)(\\$.*)?")
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
            .that()
            .resideOutsideOfPackage("dev.lockstep.cli..")
            .and()
            .doNotHaveFullyQualifiedName("dev.lockstep.run.console.RunnerMain")
            .and() // Ends itself when nobody is left to report to.
            .doNotHaveFullyQualifiedName("dev.lockstep.run.Worker")
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
            .because("static mutable state is shared by everything that runs in one process");

    rule.check(CLASSES);
    assertThat(violations(rule, LogsByTheJdk.class)).isNotEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    ArchRule rule =
        slices()
            .matching("dev.lockstep.(**)")
            .should()
            .beFreeOfCycles()
            // A generated main calls Lockstep.main, which hands over to the console's code.
            .ignoreDependency(
                name("dev.lockstep.run.Lockstep"), name("dev.lockstep.run.console.RunnerMain"))
            .because("a package is to be understood without those that use it");

    rule.check(CLASSES);
    assertThat(violations(rule, There.class, Back.class)).isNotEmpty();
  }

  private static List<String> violations(ArchRule rule, Class<?>... fixtures) {
    return rule.evaluate(new ClassFileImporter().importClasses(fixtures))
        .getFailureReport()
        .getDetails();
  }
}
