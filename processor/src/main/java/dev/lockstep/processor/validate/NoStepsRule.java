package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration.StepClass;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;

/** A pipeline, and every class that it includes, has steps; inherited methods are none. */
final class NoStepsRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    PipelineDeclaration pipeline = subject.pipeline();
    ClassFacts facts = pipeline.facts();
    boolean inherits = !facts.inheritedSteps().isEmpty();
    if (inherits) {
      report.add(
          Finding.of(
                  Diagnostic.INHERITED_STEP,
                  facts.location(),
                  "Pipeline '"
                      + facts.displayName()
                      + "' inherits methods marked @Step: "
                      + Suggestion.list(facts.inheritedSteps())
                      + ".")
              .fact("Steps are the methods of the class itself and of those in 'steps'.")
              .fix(
                  "move them into the pipeline, or list their class in @Pipeline(steps ="
                      + " ...class) and do not extend it."));
    }
    if (pipeline.steps().isEmpty() && !inherits && pipeline.stepClasses().isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.NO_STEPS,
                  facts.location(),
                  "Pipeline '" + facts.displayName() + "' has no steps.")
              .fact(
                  facts.plainMethods().isEmpty()
                      ? ""
                      : "Methods without @Step: " + Suggestion.list(facts.plainMethods()) + ".")
              .fix("mark the methods that are steps with @Step."));
    }
    for (StepClass included : pipeline.stepClasses()) {
      if (included.steps() == 0 && !report.hasErrorAt(included.reference())) {
        report.add(
            Finding.of(
                    Diagnostic.STEP_CLASS,
                    included.reference(),
                    "'" + included.facts().displayName() + "' has no methods marked @Step.")
                .fix("mark its steps with @Step, or remove it from 'steps'."));
      }
    }
  }
}
