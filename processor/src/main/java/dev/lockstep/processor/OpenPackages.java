package dev.lockstep.processor;

import dev.lockstep.processor.model.PackageAccess;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.ReflectedType;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.read.ModuleReader;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.OpenPackageRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Checks that the module opens the packages whose types its pipelines store as JSON. The types are
 * noted as the pipelines are read; what the module says can be asked in the last round only.
 */
final class OpenPackages {
  /** A step that stores a type, by names, because elements live for one round. */
  private record Use(String owner, String step, ReflectedType type) {}

  /** By the name of the package. */
  private final Map<String, List<Use>> uses = new TreeMap<>();

  /** Notes what the steps of a pipeline store. */
  void add(PipelineDeclaration pipeline, Set<String> takenApart) {
    for (StepDeclaration step : pipeline.steps()) {
      for (ReflectedType type : step.reflectedTypes()) {
        if (step.materializer() == null && !(type.returned() && takenApart.contains(step.name()))) {
          uses.computeIfAbsent(type.packageName(), key -> new ArrayList<>())
              .add(new Use(step.owner().canonicalName(), step.name(), type));
        }
      }
    }
  }

  /** Says once for each package that it is closed; only in the last round. */
  void finish(Elements elements, Reporter reporter) {
    ModuleReader modules = new ModuleReader(elements);
    for (List<Use> inPackage : uses.values()) {
      inPackage.stream()
          .flatMap(use -> finding(use, elements, modules).stream())
          .filter(reporter::isHeard)
          .findFirst()
          .ifPresent(
              finding -> {
                Report report = new Report();
                report.add(finding);
                reporter.print(report);
              });
    }
  }

  private static Optional<Finding> finding(Use use, Elements elements, ModuleReader modules) {
    // Null when several modules have a class of that name.
    TypeElement owner = elements.getTypeElement(use.owner());
    if (owner == null) {
      return Optional.empty();
    }
    PackageAccess access = modules.access(owner, use.type().packageName());
    return access.includes(use.type())
        ? Optional.empty()
        : modules
            .step(owner, use.step())
            .map(location -> OpenPackageRule.finding(use.step(), use.type(), access, location));
  }
}
