package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Report;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Every step has a name of its own that can stand in commands and paths. */
final class StepNameRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    Map<String, StepDeclaration> seen = new HashMap<>();
    for (StepDeclaration step : subject.steps()) {
      if (!Names.isStep(step.name())) {
        report.add(
            Finding.of(
                    Diagnostic.STEP_NAME,
                    step.nameLocation(),
                    "'" + step.name() + "' cannot be the name of a step.")
                .fact("A name is letters (a-z, A-Z), digits, '-' and '_', beginning with a letter.")
                .fix("@Step(name = \"" + Names.correctedStep(step.name()) + "\")."));
      }
      StepDeclaration other = seen.putIfAbsent(step.name().toLowerCase(Locale.ROOT), step);
      if (other == null) {
        continue;
      }
      if (other.name().equals(step.name())) {
        report.add(
            Finding.of(
                    Diagnostic.DUPLICATE_STEP,
                    step.nameLocation(),
                    "Two steps of '"
                        + subject.pipeline().displayName()
                        + "' are called '"
                        + step.name()
                        + "'.")
                .fact("They are " + method(other) + " and " + method(step) + ".")
                .fix("@Step(name = \"" + step.name() + "2\") on one of them, or a better name."));
      } else {
        report.add(
            Finding.of(
                    Diagnostic.STEP_NAME_CASE,
                    step.nameLocation(),
                    "The names of the steps '"
                        + other.name()
                        + "' and '"
                        + step.name()
                        + "' differ only in case.")
                .fix("rename one of them."));
      }
    }
  }

  private static String method(StepDeclaration step) {
    return step.owner().simpleName()
        + "."
        + step.method()
        + "("
        + String.join(", ", step.parameters().stream().map(p -> Words.simple(p.type())).toList())
        + ")";
  }
}
