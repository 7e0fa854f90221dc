package dev.lockstep.orchestrator.local;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.descriptor.InputDescriptor;
import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.metadata.Failure;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run on this machine. One thread, the caller's, decides everything; the threads of steps only
 * send it messages. What ends together is recorded together.
 */
final class LocalRun {
  /** How long a step that was interrupted may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** A pause never gets longer than this. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  /** A timeout from here on is none; beyond some centuries nanoseconds would overflow. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(36_500);

  /** After this many doublings the pause between attempts stays the same. */
  private static final int MOST_DOUBLINGS = 10;

  private final RunExecution run;
  private final StepThreads threads;
  private final int parallelism;
  private final StepGraph graph;
  private final Map<String, Artifact> artifacts = new HashMap<>();
  private final Map<String, Attempt> running = new LinkedHashMap<>();
  private final PriorityQueue<Pause> pauses =
      new PriorityQueue<>(Comparator.comparingLong(Pause::endNanos));
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private boolean failed;
  private boolean cancelled;

  LocalRun(RunExecution run, StepThreads threads, int parallelism) {
    this.run = run;
    this.threads = threads;
    this.parallelism = parallelism;
    this.graph = new StepGraph(run.pipeline().steps());
  }

  RunStatus execute() {
    run.onCancel(() -> messages.add(new Cancel()));
    List<RunEvent> events = new ArrayList<>();
    try {
      while (true) {
        List<Attempt> starting = cancelled ? List.of() : nextAttempts(events);
        if (!events.isEmpty()) {
          run.record(events);
          events = new ArrayList<>();
        }
        starting.forEach(this::start);
        if (running.isEmpty() && (cancelled || pauses.isEmpty())) {
          break;
        }
        await(events);
        checkDeadlines(events);
      }
    } finally {
      // Also when an event could not be recorded: nothing may go on unseen.
      running.values().forEach(Attempt::interrupt);
    }
    return cancelled ? RunStatus.INTERRUPTED : failed ? RunStatus.FAILED : RunStatus.SUCCEEDED;
  }

  /** Chooses what starts now and notes it, so that the record has it before it happens. */
  private List<Attempt> nextAttempts(List<RunEvent> events) {
    List<Attempt> starting = new ArrayList<>();
    long now = System.nanoTime();
    while (running.size() < parallelism) {
      Attempt attempt;
      Pause pause = pauses.peek();
      if (pause != null && pause.endNanos() - now <= 0) {
        pauses.remove();
        attempt = new Attempt(pause.step(), pause.attempt());
      } else {
        StepDescriptor step = graph.next();
        if (step == null) {
          break;
        }
        attempt = new Attempt(step, 1);
      }
      running.put(attempt.step.name(), attempt);
      starting.add(attempt);
      events.add(new RunEvent.StepStarted(Instant.now(), attempt.step.name(), attempt.number));
    }
    return starting;
  }

  private void start(Attempt attempt) {
    StepDescriptor step = attempt.step;
    Map<String, Artifact> inputs = new LinkedHashMap<>();
    for (InputDescriptor input : step.inputs()) {
      if (input instanceof InputDescriptor.Artifact wanted) {
        for (String output : wanted.outputs()) {
          Artifact artifact = artifacts.get(output);
          if (artifact != null) {
            inputs.put(output, artifact);
          }
        }
      }
    }
    attempt.startNanos = System.nanoTime();
    attempt.task =
        threads.start(
            step,
            new StepAssignment(run.run(), step.name(), attempt.number, run.parameters(), inputs),
            result -> messages.add(new Done(attempt, result)));
  }

  /** Waits for a message or the next deadline, then takes all messages that are there. */
  private void await(List<RunEvent> events) {
    Message message;
    try {
      long wait = nanosToNextDeadline();
      message =
          wait == Long.MAX_VALUE ? messages.take() : messages.poll(wait, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      message = new Cancel();
    }
    while (message != null) {
      if (message instanceof Done done) {
        end(done.attempt(), done.result(), events);
      } else {
        cancel();
      }
      message = messages.poll();
    }
  }

  private void cancel() {
    if (!cancelled) {
      cancelled = true;
      running.values().forEach(Attempt::interrupt);
    }
  }

  private void end(Attempt attempt, StepResult result, List<RunEvent> events) {
    if (running.get(attempt.step.name()) != attempt) {
      return; // It was given up before.
    }
    running.remove(attempt.step.name());
    Duration duration = Duration.ofNanos(System.nanoTime() - attempt.startNanos);
    if (attempt.timedOut) {
      fail(attempt, result.secrets(), timeout(attempt, ""), duration, true, events);
    } else if (result instanceof StepResult.Succeeded success) {
      success.outputs().forEach(output -> artifacts.put(output.output(), output));
      graph.succeeded(attempt.step.name());
      events.add(
          new RunEvent.StepSucceeded(
              Instant.now(),
              attempt.step.name(),
              attempt.number,
              duration,
              success.secrets(),
              success.outputs()));
    } else if (result instanceof StepResult.Failed failure && !cancelled) {
      fail(attempt, failure.secrets(), failure.failure(), duration, true, events);
    }
  }

  private void fail(
      Attempt attempt,
      Map<String, String> secrets,
      Failure failure,
      Duration duration,
      boolean mayRepeat,
      List<RunEvent> events) {
    StepDescriptor step = attempt.step;
    boolean repeat = mayRepeat && !cancelled && attempt.number <= step.retries();
    Duration pause = repeat ? pause(step, attempt.number) : null;
    events.add(
        new RunEvent.StepFailed(
            Instant.now(), step.name(), attempt.number, duration, secrets, failure, pause));
    if (pause != null) {
      pauses.add(new Pause(step, attempt.number + 1, System.nanoTime() + pause.toNanos()));
      return;
    }
    failed = true;
    for (String dependant : graph.failed(step.name())) {
      events.add(
          new RunEvent.StepSkipped(Instant.now(), dependant, "'" + step.name() + "' failed"));
    }
  }

  private void checkDeadlines(List<RunEvent> events) {
    long now = System.nanoTime();
    for (Attempt attempt : List.copyOf(running.values())) {
      if (attempt.interrupted) {
        if (now - attempt.interruptNanos >= GRACE.toNanos()) {
          giveUp(attempt, events);
        }
      } else if (attempt.timeoutNanos() <= now - attempt.startNanos) {
        attempt.timedOut = true;
        attempt.interrupt();
      }
    }
  }

  /** The step's thread goes on; another attempt beside it could do its work twice at once. */
  private void giveUp(Attempt attempt, List<RunEvent> events) {
    running.remove(attempt.step.name());
    if (attempt.timedOut) {
      String why =
          " It did not end within "
              + GRACE.toSeconds()
              + " s after it was interrupted, so it is not repeated. Fix: let it react to"
              + " interrupts, or give it @Step(isolation = Isolation.PROCESS).";
      fail(
          attempt,
          Map.of(),
          timeout(attempt, why),
          Duration.ofNanos(System.nanoTime() - attempt.startNanos),
          false,
          events);
    }
  }

  private static Failure timeout(Attempt attempt, String more) {
    return new Failure(
        "timeout", "It took longer than its timeout of " + attempt.step.timeout() + "." + more, "");
  }

  private static Duration pause(StepDescriptor step, int attempt) {
    Duration first = shorter(step.backoff(), LONGEST_PAUSE);
    return shorter(first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS)), LONGEST_PAUSE);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private long nanosToNextDeadline() {
    long now = System.nanoTime();
    long wait = Long.MAX_VALUE;
    Pause pause = pauses.peek();
    if (pause != null && !cancelled && running.size() < parallelism) {
      wait = Math.max(0, pause.endNanos() - now);
    }
    for (Attempt attempt : running.values()) {
      long left =
          attempt.interrupted
              ? GRACE.toNanos() - (now - attempt.interruptNanos)
              : attempt.timeoutNanos() == Long.MAX_VALUE
                  ? Long.MAX_VALUE
                  : attempt.timeoutNanos() - (now - attempt.startNanos);
      wait = Math.min(wait, Math.max(0, left));
    }
    return wait;
  }

  /** A message to the deciding thread. */
  private sealed interface Message {}

  private record Done(Attempt attempt, StepResult result) implements Message {}

  private record Cancel() implements Message {}

  /** A step that waits for its next attempt. */
  private record Pause(StepDescriptor step, int attempt, long endNanos) {}

  /** An attempt under way; touched by the deciding thread only. */
  private static final class Attempt {
    final StepDescriptor step;
    final int number;
    @Nullable StepTask task;
    long startNanos;
    long interruptNanos;
    boolean interrupted;
    boolean timedOut;

    Attempt(StepDescriptor step, int number) {
      this.step = step;
      this.number = number;
    }

    long timeoutNanos() {
      Duration timeout = step.timeout();
      return timeout == null || timeout.compareTo(LONGEST_TIMEOUT) >= 0
          ? Long.MAX_VALUE
          : timeout.toNanos();
    }

    void interrupt() {
      if (!interrupted && task != null) {
        interrupted = true;
        interruptNanos = System.nanoTime();
        task.interrupt();
      }
    }
  }
}
