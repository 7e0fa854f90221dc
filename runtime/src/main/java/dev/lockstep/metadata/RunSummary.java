package dev.lockstep.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run in one line of a list. Of an {@link RunStatus#UNREADABLE} one only the identifier is known,
 * and about when it started; its texts are empty and its numbers 0.
 *
 * @param id the run's identifier
 * @param pipeline the pipeline's name
 * @param stack the name of the stack
 * @param status how it stands or ended
 * @param started when it started
 * @param ended when it ended, or null
 * @param steps how many steps it has
 * @param succeeded how many of them succeeded
 */
public record RunSummary(
    String id,
    String pipeline,
    String stack,
    RunStatus status,
    Instant started,
    @Nullable Instant ended,
    int steps,
    int succeeded) {

  /**
   * The line for a run whose record cannot be read, so that it is not taken for absent.
   *
   * @param started when its record was last written, for want of better
   */
  public static RunSummary unreadable(String id, Instant started) {
    return new RunSummary(id, "", "", RunStatus.UNREADABLE, started, null, 0, 0);
  }

  /** The line for a run. */
  public static RunSummary of(RunRecord run) {
    int succeeded = 0;
    for (RunRecord.StepRecord step : run.steps().values()) {
      if (step.status() == StepStatus.SUCCEEDED) {
        succeeded++;
      }
    }
    return new RunSummary(
        run.id(),
        run.pipeline(),
        run.stack(),
        run.status(),
        run.started(),
        run.ended(),
        run.steps().size(),
        succeeded);
  }
}
