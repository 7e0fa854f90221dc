package dev.lockstep.metadata;

import dev.lockstep.artifact.Artifact;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a run. A run is the stream of its events, appended as they happen;
 * progress, JSON output and history are readings of it. No event carries the value of a secret.
 *
 * <p>{@link EventFormat} documents how they are written.
 */
public sealed interface RunEvent {
  /** The version of the events' written form: a reader refuses a greater one. */
  int FORMAT = 1;

  /** When it happened. */
  Instant time();

  /**
   * The first event of a run.
   *
   * @param run the run's identifier
   * @param pipeline the pipeline's name
   * @param className the binary name of its class
   * @param stack the name of the stack
   * @param process the process that drives the run
   * @param parameters the pipeline's parameters, given or default, as text
   * @param steps the names of all steps, in a topological order
   */
  record RunStarted(
      Instant time,
      String run,
      String pipeline,
      String className,
      String stack,
      DriverProcess process,
      Map<String, String> parameters,
      List<String> steps)
      implements RunEvent {
    public RunStarted {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
      steps = List.copyOf(steps);
    }
  }

  /**
   * The check before the first step passed.
   *
   * @param secrets the secrets that it saw, by name, with their versions; an empty text where the
   *     secrets manager has none
   */
  record PreflightPassed(Instant time, Map<String, String> secrets) implements RunEvent {
    public PreflightPassed {
      secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
  }

  /** An event of one step. */
  sealed interface StepEvent extends RunEvent {
    /** The step's name. */
    String step();
  }

  /**
   * An attempt of a step starts.
   *
   * @param attempt beginning with 1
   */
  record StepStarted(Instant time, String step, int attempt) implements StepEvent {}

  /**
   * A step said something through its logger.
   *
   * @param level {@code ERROR}, {@code WARN}, {@code INFO}, {@code DEBUG} or {@code TRACE}
   * @param message the redacted text
   */
  record StepLogged(Instant time, String step, int attempt, String level, String message)
      implements StepEvent {}

  /**
   * A step succeeded.
   *
   * @param secrets the secrets that the attempt read, by name, with their versions
   * @param outputs what it left
   */
  record StepSucceeded(
      Instant time,
      String step,
      int attempt,
      Duration duration,
      Map<String, String> secrets,
      List<Artifact> outputs)
      implements StepEvent {
    public StepSucceeded {
      secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * An attempt of a step failed.
   *
   * @param secrets the secrets that the attempt read, by name, with their versions
   * @param failure why
   * @param retryIn the pause before the next attempt, or null when there is none: the step failed
   */
  record StepFailed(
      Instant time,
      String step,
      int attempt,
      Duration duration,
      Map<String, String> secrets,
      Failure failure,
      @Nullable Duration retryIn)
      implements StepEvent {
    public StepFailed {
      secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    }
  }

  /**
   * A step will not run.
   *
   * @param reason why, such as {@code 'load' failed}
   */
  record StepSkipped(Instant time, String step, String reason) implements StepEvent {}

  /** The last event of a run. */
  record RunFinished(Instant time, RunStatus status) implements RunEvent {}
}
