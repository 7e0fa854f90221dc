package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ParameterDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** Generated code can call every step. */
final class StepShapeRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    String home = subject.pipeline().facts().type().packageName();
    for (StepDeclaration step : subject.steps()) {
      String name = "Step '" + step.name() + "'";
      boolean elsewhere = !step.owner().packageName().equals(home);
      if (step.visibility() == Visibility.PRIVATE) {
        report.add(
            Finding.of(Diagnostic.STEP_PRIVATE, step.location(), name + " is private.")
                .fact("The generated runner is a class of its own and cannot call it.")
                .fix("remove 'private'."));
      } else if (elsewhere && step.visibility() != Visibility.PUBLIC) {
        report.add(
            Finding.of(
                    Diagnostic.STEP_PRIVATE,
                    step.location(),
                    name
                        + " of '"
                        + step.owner().simpleName()
                        + "' cannot be called from the package '"
                        + home
                        + "' of the runner.")
                .fix("make the method public."));
      }
      if (step.isAbstract()) {
        report.add(
            Finding.of(Diagnostic.STEP_ABSTRACT, step.location(), name + " is abstract.")
                .fix("give the method a body."));
      }
      if (step.generic()) {
        report.add(
            Finding.of(Diagnostic.STEP_GENERIC, step.location(), name + " is generic.")
                .fact("Nobody says what its type parameters stand for when it runs.")
                .fix("replace the type parameters by the types that are meant."));
      }
      if (step.varargs()) {
        ParameterDeclaration last = step.parameters().get(step.parameters().size() - 1);
        report.add(
            Finding.of(
                    Diagnostic.STEP_VARARGS,
                    last.location(),
                    name + " has variable arguments ('" + last.name() + "').")
                .fix("take an array or a List."));
      }
    }
  }
}
