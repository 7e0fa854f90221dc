package dev.lockstep.orchestrator.local;

import dev.lockstep.descriptor.StepDescriptor;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The threads on which attempts execute. They do not keep the process alive. */
final class StepThreads implements AutoCloseable {
  private final RunExecution run;
  private final boolean processes;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "lockstep-step");
            thread.setDaemon(true);
            return thread;
          });

  StepThreads(RunExecution run, boolean processes) {
    this.run = run;
    this.processes = processes;
  }

  /** Starts an attempt; {@code done} gets its result, on the attempt's thread, whatever happens. */
  StepTask start(StepDescriptor step, StepAssignment assignment, Consumer<StepResult> done) {
    boolean child =
        switch (step.isolation()) {
          case "PROCESS" -> true;
          case "IN_PROCESS" -> false;
          default -> processes;
        };
    StepTask task =
        new StepTask(
            step.name(),
            () -> child ? run.executeInChildProcess(assignment) : run.executeInProcess(assignment),
            done);
    threads.execute(task);
    return task;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
