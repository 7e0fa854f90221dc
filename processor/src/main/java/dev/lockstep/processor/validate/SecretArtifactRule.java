package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.SecretPath;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.wire.Resolution;

/** No parameter waits for an artifact that holds a secret: there cannot be one. */
final class SecretArtifactRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    subject
        .wiring()
        .forEach(
            (step, parameter, resolution) -> {
              SecretPath path = parameter.head().secretPath();
              // Where an output has such a type, the step that returns it is told.
              if (path != null
                  && !(resolution instanceof Resolution.Found)
                  && !report.hasErrorAt(parameter.location())) {
                report.add(finding(step, parameter, path));
              }
            });
  }

  private static Finding finding(
      StepDeclaration step, ParameterDeclaration parameter, SecretPath path) {
    String type = Words.simple(parameter.type());
    return Finding.of(
            Diagnostic.SECRET_ARTIFACT,
            parameter.location(),
            "Parameter '"
                + parameter.name()
                + "' of step '"
                + step.name()
                + "' is "
                + Words.a(type)
                + ", which "
                + (path.context() ? "holds the step's context" : "holds a secret")
                + " and cannot be an artifact.")
        .fact(path.text().equals(type) ? "" : "It is there through " + path.text() + ".")
        .fix(
            path.context()
                ? "take StepContext itself."
                : "take the secret itself: a @SecretSchema type, Secret, or Optional of one.");
  }
}
