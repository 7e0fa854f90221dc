package dev.lockstep.processor.validate;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Retries, backoff, timeout and resources can be what they say. */
final class AttemptRule implements PipelineRule {
  private static final String QUANTITY =
      "[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][0-9]+)?";

  /** What is longer may not fit into the numbers that clocks count with. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  @Override
  public void check(Subject subject, Report report) {
    for (StepDeclaration step : subject.steps()) {
      if (step.retriesLocation() != null) {
        checkRetries(step, step.retriesLocation(), report);
      }
      checkDuration(step, "backoff", step.backoff(), true, report);
      checkDuration(step, "timeout", step.timeout(), false, report);
      if (step.backoff() != null
          && step.retries() == 0
          && !report.hasErrorAt(step.backoff().location())) {
        report.add(
            Finding.of(
                    Diagnostic.BACKOFF_WITHOUT_RETRIES,
                    step.backoff().location(),
                    "Step '" + step.name() + "' has a backoff and no retries.")
                .fix("write how often it is repeated, such as retries = 3."));
      }
      checkQuantity(step, "cpu", step.cpu(), "500m or 2", report);
      checkQuantity(step, "memory", step.memory(), "512Mi or 2Gi", report);
    }
  }

  private static void checkRetries(StepDeclaration step, Location written, Report report) {
    if (step.retries() < 0) {
      report.add(
          Finding.of(
                  Diagnostic.RETRIES,
                  written,
                  "Step '" + step.name() + "' has " + step.retries() + " retries.")
              .fix("write how often a failed attempt is repeated, or remove it for never."));
    } else if (step.retries() == 0 && step.backoff() == null) {
      // Beside a backoff, the backoff is what has no effect.
      report.add(
          Finding.of(
                  Diagnostic.RETRIES_WITHOUT_EFFECT,
                  written,
                  "Step '" + step.name() + "' has 0 retries, as every step by default.")
              .fix("remove it, or write how often a failed attempt is repeated."));
    }
  }

  private static void checkDuration(
      StepDeclaration step, String what, @Nullable Named text, boolean zero, Report report) {
    if (text == null) {
      return;
    }
    String problem = problem(text.name(), zero);
    if (!problem.isEmpty()) {
      report.add(
          Finding.of(
                  Diagnostic.DURATION,
                  text.location(),
                  "The "
                      + what
                      + " of step '"
                      + step.name()
                      + "' "
                      + problem
                      + ": '"
                      + text.name()
                      + "'.")
              .fix("write an ISO 8601 duration, such as PT5M for five minutes."));
    }
  }

  private static String problem(String text, boolean zero) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(LONGEST) > 0) {
        return "is longer than 36,500 days";
      }
      return duration.isNegative() || (duration.isZero() && !zero)
          ? "must be longer than nothing"
          : "";
    } catch (DateTimeParseException | ArithmeticException e) {
      return "is no duration";
    }
  }

  private static void checkQuantity(
      StepDeclaration step, String what, @Nullable Named text, String examples, Report report) {
    if (text != null && !text.name().matches(QUANTITY)) {
      report.add(
          Finding.of(
                  Diagnostic.RESOURCES,
                  text.location(),
                  "The "
                      + what
                      + " of step '"
                      + step.name()
                      + "' is no quantity: '"
                      + text.name()
                      + "'.")
              .fix("write a Kubernetes quantity, such as " + examples + "."));
    }
  }
}
