package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Generated code can name the types of parameters and results. */
final class AccessRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    Set<String> takenApart = subject.wiring().takenApart();
    Set<String> told = new HashSet<>();
    String runner = subject.pipeline().runner().simpleName();
    for (StepDeclaration step : subject.steps()) {
      String name = "Step '" + step.name() + "' ";
      check(name + "returns", step.inaccessibleTypes(), runner, step.location(), told, report);
      if (takenApart.contains(step.name())) {
        for (StepDeclaration.Component component : step.components()) {
          check(
              name + "returns '" + component.name() + "' of",
              component.inaccessibleTypes(),
              runner,
              step.location(),
              told,
              report);
        }
      }
      for (ParameterDeclaration parameter : step.parameters()) {
        if (isOfPrivateSchema(parameter)) {
          continue;
        }
        check(
            name + "takes '" + parameter.name() + "' of",
            parameter.head().inaccessibleTypes(),
            runner,
            parameter.location(),
            told,
            report);
      }
    }
  }

  /** The schema itself is told. */
  private static boolean isOfPrivateSchema(ParameterDeclaration parameter) {
    return parameter instanceof ParameterDeclaration.Secret secret
        && secret.schema() != null
        && secret.schema().privateType() != null;
  }

  /** Every type once: one edit mends all the places that mention it. */
  private static void check(
      String what,
      List<String> types,
      String runner,
      Location location,
      Set<String> told,
      Report report) {
    for (String type : types) {
      if (!told.add(type)) {
        continue;
      }
      report.add(
          Finding.of(
                  Diagnostic.INACCESSIBLE_TYPE,
                  location,
                  what + " the type '" + type + "', which " + runner + " cannot see.")
              .fix(
                  "make '"
                      + type
                      + "' visible to the pipeline's package: not private, and public when it is"
                      + " in another package."));
    }
  }
}
