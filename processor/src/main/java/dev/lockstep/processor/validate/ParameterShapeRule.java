package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.SecretPath;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.List;

/** The annotations on a parameter fit together, and fit its type. */
final class ParameterShapeRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        check(step, parameter, report);
      }
    }
  }

  private static void check(StepDeclaration step, ParameterDeclaration parameter, Report report) {
    List<String> annotations = parameter.head().annotations();
    String name = "Parameter '" + parameter.name() + "' of step '" + step.name() + "'";
    if (annotations.contains("@Each")) {
      report.add(
          Finding.of(
                  Diagnostic.EACH_UNSUPPORTED,
                  parameter.location(),
                  name + " is marked @Each, which this version does not support yet.")
              .fix("take the whole list and loop over it in the step."));
    } else if (parameter instanceof ParameterDeclaration.Secret && annotations.contains("@Param")) {
      report.add(secretAsParameter(parameter, name));
    } else if (annotations.size() > 1) {
      report.add(
          Finding.of(
                  Diagnostic.CONFLICTING_ANNOTATIONS,
                  parameter.location(),
                  name + " is marked " + String.join(" and ", annotations) + ".")
              .fact(
                  "@SecretName marks a secret, @Param a parameter of the pipeline, and @From an"
                      + " artifact.")
              .fix("keep the one that is meant."));
    } else {
      checkType(parameter, name, annotations, report);
    }
  }

  private static void checkType(
      ParameterDeclaration parameter, String name, List<String> annotations, Report report) {
    SecretPath path = parameter.head().secretPath();
    if (parameter instanceof ParameterDeclaration.Value && path != null) {
      report.add(secretAsParameter(parameter, name));
    } else if (parameter instanceof ParameterDeclaration.Context && !annotations.isEmpty()) {
      report.add(
          misplaced(parameter, annotations.get(0) + " has no effect on the step's context."));
    } else if (parameter instanceof ParameterDeclaration.Secret && annotations.contains("@From")) {
      report.add(
          misplaced(
              parameter, "@From has no effect on a secret; @SecretName says which one it is."));
    } else if (parameter instanceof ParameterDeclaration.Artifact
        && annotations.contains("@SecretName")) {
      report.add(
          misplaced(
              parameter,
              "@SecretName has no effect: "
                  + Words.simple(parameter.type())
                  + " is neither a @SecretSchema type nor Secret."));
    }
  }

  private static Finding misplaced(ParameterDeclaration parameter, String headline) {
    return Finding.of(Diagnostic.MISPLACED_ANNOTATION, parameter.location(), headline)
        .fix("remove the annotation, or change the type of '" + parameter.name() + "'.");
  }

  private static Finding secretAsParameter(ParameterDeclaration parameter, String name) {
    return Finding.of(
            Diagnostic.PARAMETER_SECRET,
            parameter.location(),
            name + " is a secret, and parameters are shown, stored and passed as arguments.")
        .fix(
            "list the secret in @Pipeline(secrets = ...) and take a @SecretSchema type or Secret"
                + " without @Param.");
  }
}
