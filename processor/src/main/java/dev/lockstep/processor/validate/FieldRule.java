package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.PipelineDeclaration.StepClass;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** Fields of classes with steps keep no secrets, and no state that looks shared. */
final class FieldRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    check(subject.pipeline().facts(), report);
    for (StepClass included : subject.pipeline().stepClasses()) {
      if (included.steps() > 0) {
        check(included.facts(), report);
      }
    }
  }

  private static void check(ClassFacts facts, Report report) {
    for (ClassFacts.Field field : facts.fields()) {
      if (field.secretPath() != null) {
        report.add(
            Finding.of(
                    Diagnostic.SECRET_FIELD,
                    field.location(),
                    "Field '"
                        + field.name()
                        + "' of '"
                        + field.owner()
                        + "' can hold "
                        + (field.secretPath().context() ? "a step's context." : "a secret."))
                .fact("It is there through " + field.secretPath().text() + ".")
                .fix("take it as a parameter in every step that uses it."));
      } else if (!field.isStatic() && !field.isFinal()) {
        report.add(
            Finding.of(
                    Diagnostic.MUTABLE_FIELD,
                    field.location(),
                    "Field '"
                        + field.name()
                        + "' of '"
                        + field.owner()
                        + "' carries nothing from one step to another.")
                .fact("Every step runs on a fresh instance, perhaps in another process.")
                .fix(
                    "return the value from the step that makes it; or make the field final; or"
                        + " @SuppressWarnings(\"lockstep:mutable-field\")."));
      }
    }
  }
}
