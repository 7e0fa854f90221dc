package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import java.util.List;

/** Generated code can name the types of parameters and results. */
final class AccessRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    String runner = subject.pipeline().runner().simpleName();
    for (StepDeclaration step : subject.steps()) {
      String name = "Step '" + step.name() + "' ";
      check(name + "returns", step.inaccessibleTypes(), runner, step.location(), report);
      for (ParameterDeclaration parameter : step.parameters()) {
        check(
            name + "takes '" + parameter.name() + "' of",
            parameter.head().inaccessibleTypes(),
            runner,
            parameter.location(),
            report);
      }
    }
  }

  private static void check(
      String what, List<String> types, String runner, Location location, Report report) {
    for (String type : types) {
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
