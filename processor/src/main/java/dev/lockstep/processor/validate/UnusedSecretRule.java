package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashSet;
import java.util.Set;

/**
 * Some step can read every secret that is listed. What no step claims is in the environment of all,
 * which is read through the context, or in a process of the step's own.
 */
final class UnusedSecretRule implements PipelineRule {
  /** After one of these, nobody knows which secrets the steps mean, or which steps there are. */
  private static final Set<Diagnostic> UNSETTLED =
      Set.of(
          Diagnostic.SECRET_NOT_LISTED,
          Diagnostic.UNKNOWN_SECRET,
          Diagnostic.PARAMETER_SECRET,
          Diagnostic.SECRET_ARTIFACT,
          Diagnostic.MISPLACED_ANNOTATION,
          Diagnostic.CONFLICTING_ANNOTATIONS,
          Diagnostic.PARAMETER_NAMES_MISSING,
          Diagnostic.NO_STEPS,
          Diagnostic.INHERITED_STEP,
          Diagnostic.STEP_CLASS,
          Diagnostic.PIPELINE_KIND);

  @Override
  public void check(Subject subject, Report report) {
    if (report.findings().stream().anyMatch(found -> UNSETTLED.contains(found.diagnostic()))
        || subject.steps().stream().anyMatch(UnusedSecretRule::readsEnvironment)) {
      return;
    }
    Set<String> unclaimed = new HashSet<>(subject.deliveries().unclaimed());
    for (Named secret : subject.pipeline().secrets()) {
      if (unclaimed.remove(secret.name()) && !report.hasErrorAt(secret.location())) {
        report.add(
            Finding.of(
                    Diagnostic.UNUSED_SECRET,
                    secret.location(),
                    "Secret '" + secret.name() + "' is listed, and no step can read it.")
                .fact("No step takes it as a parameter or names it in @Step(secrets).")
                .fact(
                    "So it is in the environment of every step, and none takes a StepContext or"
                        + " has Isolation.PROCESS to read that.")
                .fix(
                    "take it as a parameter, name it in @Step(secrets = \""
                        + secret.name()
                        + "\"), or remove it."));
      }
    }
  }

  private static boolean readsEnvironment(StepDeclaration step) {
    return step.isolation().equals("PROCESS")
        || step.parameters().stream().anyMatch(ParameterDeclaration.Context.class::isInstance);
  }
}
