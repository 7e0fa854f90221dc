package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The stages of the processor, each of which is to be understood without those that use it. */
final class ProcessorTest {
  private static final JavaClasses CLASSES = Repository.classes();
  private static final String ROOT = "dev.lockstep.processor";

  /**
   * Each package, and the others that it uses; a new arrow is a decision, and gets written here.
   */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "", Set.of("model", "read", "wire", "validate", "write", "report"),
          "read", Set.of("model", "report"),
          "wire", Set.of("model", "report"),
          "validate", Set.of("model", "wire", "report"),
          "write", Set.of("model", "wire", "code"),
          "model", Set.of("report"),
          "code", Set.of(),
          "report", Set.of());

  @Test
  void theStagesUseEachOtherInOneDirection() {
    assertThat(arrows()).isEqualTo(new TreeMap<>(ARROWS));
  }

  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      if (isOfProcessor(type)) {
        Set<String> uses = arrows.computeIfAbsent(stage(type), stage -> new TreeSet<>());
        type.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(ProcessorTest::isOfProcessor)
            .map(ProcessorTest::stage)
            .filter(stage -> !stage.equals(stage(type)))
            .forEach(uses::add);
      }
    }
    return arrows;
  }

  private static boolean isOfProcessor(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static String stage(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
  }
}
