package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Suggestion;
import dev.lockstep.processor.wire.Graph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code after} names exists, is another step, and says something new. */
final class AfterRule implements PipelineRule {
  @Override
  public void check(Subject subject, Report report) {
    List<String> names = subject.pipeline().stepNames();
    Set<String> known = new HashSet<>(names);
    for (StepDeclaration step : subject.steps()) {
      Set<String> seen = new HashSet<>();
      for (Named after : step.after()) {
        if (!seen.add(after.name())) {
          if (known.contains(after.name()) && !after.name().equals(step.name())) {
            report.add(implied(step, after.name(), after.location()));
          }
        } else if (after.name().equals(step.name())) {
          report.add(
              Finding.of(
                      Diagnostic.AFTER_ITSELF,
                      after.location(),
                      "Step '" + step.name() + "' is after itself.")
                  .fix("name another step, or remove it."));
        } else if (!known.contains(after.name())) {
          report.add(
              Finding.of(
                      Diagnostic.AFTER_UNKNOWN,
                      after.location(),
                      "Step '"
                          + step.name()
                          + "' is after '"
                          + after.name()
                          + "', which is no step of '"
                          + subject.pipeline().displayName()
                          + "'.")
                  .fact(Suggestion.didYouMean(after.name(), names))
                  .fix("name one of its steps: " + Suggestion.list(names) + "."));
        }
      }
    }
    warnOfImplied(subject, report);
  }

  private static void warnOfImplied(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      if (step.after().isEmpty()) {
        continue;
      }
      for (Graph.Edge edge : subject.graph().upstream(step)) {
        boolean written =
            step.after().stream().anyMatch(after -> after.location() == edge.location());
        if (written && subject.graph().isImplied(edge) && !subject.graph().isInCycle(edge)) {
          report.add(implied(step, edge.to().name(), edge.location()));
        }
      }
    }
  }

  private static Finding implied(StepDeclaration step, String before, Location location) {
    return Finding.of(
            Diagnostic.AFTER_IMPLIED,
            location,
            "Step '" + step.name() + "' is after '" + before + "' anyway.")
        .fact("What it takes, or another 'after', says so already.")
        .fix("remove it from 'after'.");
  }
}
