package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.wire.Resolution;

/** What comes from class files was compiled with what wiring and generated code need. */
final class ClassFileRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      for (ParameterDeclaration parameter : step.parameters()) {
        if (report.hasErrorAt(parameter.location())) {
          continue;
        }
        if (parameter instanceof ParameterDeclaration.Secret secret
            && secret.schema() != null
            && secret.schema().environment().generatedMissing()) {
          report.add(unprocessed(parameter, secret.schema()));
        }
        if (parameter.head().nameLost() && isToldByName(parameter)) {
          report.add(nameless(step, parameter));
        }
      }
    }
    subject
        .wiring()
        .forEach(
            (step, parameter, resolution) -> {
              if (parameter.head().nameLost()
                  && resolution instanceof Resolution.Several
                  && !report.hasErrorAt(parameter.location())) {
                report.add(nameless(step, parameter));
              }
            });
  }

  /** An artifact is told by its name only where several outputs fit. */
  private static boolean isToldByName(ParameterDeclaration parameter) {
    return (parameter instanceof ParameterDeclaration.Secret secret && !secret.explicit())
        || (parameter instanceof ParameterDeclaration.Value value
            && value.nameLocation() == value.location());
  }

  private static Finding unprocessed(ParameterDeclaration parameter, SchemaDeclaration schema) {
    return Finding.of(
            Diagnostic.SCHEMA_UNPROCESSED,
            parameter.location(),
            schema.displayName() + " was compiled without lockstep-processor.")
        .fact("There is no " + schema.generated().canonicalName() + ", which would read it.")
        .fix(
            "add dev.lockstep:lockstep-processor to the annotation processors of the build that"
                + " compiles "
                + schema.displayName()
                + ".");
  }

  /** The same text for all steps of a class, so that it is printed once. */
  private static Finding nameless(StepDeclaration step, ParameterDeclaration parameter) {
    String owner = String.join(".", step.owner().simpleNames());
    return Finding.of(
            Diagnostic.PARAMETER_NAMES_MISSING,
            parameter.location(),
            "The class file of '" + owner + "' lacks the names of its steps' parameters.")
        .fact("They say which secret or option a parameter is, and which of several outputs.")
        .fix(
            "compile '"
                + owner
                + "' with -parameters (or with -g, which Eclipse's compiler wants), or name what is"
                + " meant with @SecretName, @Param(name = ...) and @From.");
  }
}
