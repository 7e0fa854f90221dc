package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.SecretPath;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.TypeRef;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;

/** What a step returns can be wired by its type, and holds no secret. */
final class OutputRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      TypeRef output = step.output();
      if (output == null || step.generic()) {
        continue;
      }
      if (step.secretPath() != null) {
        report.add(leak(step, step.secretPath()));
      } else {
        checkShape(step, Words.simple(output), report);
      }
    }
  }

  private static Finding leak(StepDeclaration step, SecretPath path) {
    return Finding.of(
            path.context() ? Diagnostic.LEAKED_CONTEXT : Diagnostic.LEAKED_SECRET,
            step.location(),
            "Step '"
                + step.name()
                + "' returns "
                + (path.context() ? "the step's context" : "a secret")
                + ", and what a step returns is stored.")
        .fact("It is there through " + path.text() + ".")
        .fix(
            path.context()
                ? "return the facts that are needed, not the context."
                : "return what was made with the secret; a step that needs the secret takes it as"
                    + " a parameter.");
  }

  private static void checkShape(StepDeclaration step, String type, Report report) {
    String name = "Step '" + step.name() + "' returns ";
    switch (step.shape()) {
      case RAW ->
          report.add(
              Finding.of(
                      Diagnostic.RAW_OUTPUT,
                      step.location(),
                      name + type + ", which leaves its type arguments open.")
                  .fact("Steps are wired by type, and what is stored is read back by its type.")
                  .fix("write the type arguments, such as List<Customer>."));
      case TYPE_VARIABLE ->
          report.add(
              Finding.of(
                      Diagnostic.RAW_OUTPUT,
                      step.location(),
                      name + type + ", which is a type variable.")
                  .fix("write the type that is meant."));
      case OBJECT ->
          report.add(
              Finding.of(Diagnostic.OBJECT_OUTPUT, step.location(), name + "Object.")
                  .fact("Steps are wired by type, and what is stored is read back by its type.")
                  .fix("return the type that is meant."));
      case WRAPPER ->
          report.add(
              Finding.of(
                      Diagnostic.WRAPPED_OUTPUT,
                      step.location(),
                      name + type + ", which cannot be stored.")
                  .fix(
                      "return what is inside: wait for a Future, collect a Stream into a List,"
                          + " decide what an empty Optional means."));
      case FINE -> {}
    }
  }
}
