package dev.lockstep.metadata;

import dev.lockstep.artifact.Artifact;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as its events up to now tell it.
 *
 * @param id the run's identifier
 * @param pipeline the pipeline's name
 * @param className the binary name of its class
 * @param stack the name of the stack
 * @param status how it stands or ended
 * @param started when it started
 * @param ended when it ended, or null
 * @param parameters the pipeline's parameters as text
 * @param secrets the secrets that the check before the first step saw, with their versions
 * @param steps its steps, in a topological order, by name
 */
public record RunRecord(
    String id,
    String pipeline,
    String className,
    String stack,
    RunStatus status,
    Instant started,
    @Nullable Instant ended,
    Map<String, String> parameters,
    Map<String, String> secrets,
    Map<String, StepRecord> steps) {

  /**
   * A step of a run.
   *
   * @param name its name
   * @param status how it stands or ended
   * @param attempts how many attempts were started
   * @param started when the newest attempt started, or null
   * @param ended when the newest attempt ended, or null
   * @param secrets the secrets that the newest attempt read, with their versions
   * @param outputs what it left
   * @param failure why the newest failed attempt failed, or null
   * @param reason why it was skipped, or null
   */
  public record StepRecord(
      String name,
      StepStatus status,
      int attempts,
      @Nullable Instant started,
      @Nullable Instant ended,
      Map<String, String> secrets,
      List<Artifact> outputs,
      @Nullable Failure failure,
      @Nullable String reason) {

    static StepRecord pending(String name) {
      return new StepRecord(
          name, StepStatus.PENDING, 0, null, null, Map.of(), List.of(), null, null);
    }

    private StepRecord after(RunEvent.StepEvent event) {
      if (event instanceof RunEvent.StepStarted start) {
        return new StepRecord(
            name,
            StepStatus.RUNNING,
            start.attempt(),
            start.time(),
            null,
            secrets,
            outputs,
            failure,
            null);
      }
      if (event instanceof RunEvent.StepSucceeded success) {
        return new StepRecord(
            name,
            StepStatus.SUCCEEDED,
            success.attempt(),
            started,
            success.time(),
            success.secrets(),
            success.outputs(),
            failure,
            null);
      }
      if (event instanceof RunEvent.StepFailed failed) {
        return new StepRecord(
            name,
            failed.retryIn() == null ? StepStatus.FAILED : StepStatus.RETRYING,
            failed.attempt(),
            started,
            failed.time(),
            failed.secrets(),
            outputs,
            failed.failure(),
            null);
      }
      if (event instanceof RunEvent.StepSkipped skipped) {
        return new StepRecord(
            name,
            StepStatus.SKIPPED,
            attempts,
            started,
            ended,
            secrets,
            outputs,
            failure,
            skipped.reason());
      }
      return this;
    }

    private StepRecord interrupted() {
      boolean underWay = status == StepStatus.RUNNING || status == StepStatus.RETRYING;
      return underWay
          ? new StepRecord(
              name,
              StepStatus.INTERRUPTED,
              attempts,
              started,
              ended,
              secrets,
              outputs,
              failure,
              reason)
          : this;
    }
  }

  public RunRecord {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * A step by its name.
   *
   * @throws IllegalArgumentException when the run has no such step
   */
  public StepRecord step(String name) {
    StepRecord step = steps.get(name);
    if (step == null) {
      throw new IllegalArgumentException("Run " + id + " has no step '" + name + "'.");
    }
    return step;
  }

  /**
   * Reads the events of one run.
   *
   * @param host the name of this machine, to tell whether the run's process still lives
   * @return the run, or null when the events do not begin with the run's first
   */
  public static @Nullable RunRecord of(List<RunEvent> events, String host) {
    if (events.isEmpty() || !(events.get(0) instanceof RunEvent.RunStarted start)) {
      return null;
    }
    Map<String, StepRecord> steps = new LinkedHashMap<>();
    start.steps().forEach(step -> steps.put(step, StepRecord.pending(step)));
    Map<String, String> secrets = Map.of();
    RunEvent.RunFinished finish = null;
    for (RunEvent event : events) {
      if (event instanceof RunEvent.StepEvent stepEvent) {
        steps.computeIfPresent(stepEvent.step(), (name, step) -> step.after(stepEvent));
      } else if (event instanceof RunEvent.PreflightPassed passed) {
        secrets = passed.secrets();
      } else if (event instanceof RunEvent.RunFinished finished) {
        finish = finished;
      }
    }
    RunStatus status =
        finish != null
            ? finish.status()
            : start.process().isAlive(host) ? RunStatus.RUNNING : RunStatus.INTERRUPTED;
    if (status == RunStatus.INTERRUPTED) {
      steps.replaceAll((name, step) -> step.interrupted());
    }
    return new RunRecord(
        start.run(),
        start.pipeline(),
        start.className(),
        start.stack(),
        status,
        start.time(),
        finish == null ? null : finish.time(),
        start.parameters(),
        secrets,
        steps);
  }
}
