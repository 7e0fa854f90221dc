package dev.lockstep.orchestrator.local;

import dev.lockstep.metadata.RunStatus;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.orchestrator.RunExecution;

/** Executes steps on this machine, several at once, in this process or in JVMs of their own. */
public final class LocalOrchestrator implements Orchestrator {
  private final int parallelism;
  private final boolean processes;

  /**
   * Creates an orchestrator.
   *
   * @param parallelism how many steps may execute at once, at least 1
   * @param processes whether steps that do not say otherwise run in a JVM of their own
   */
  public LocalOrchestrator(int parallelism, boolean processes) {
    this.parallelism = parallelism;
    this.processes = processes;
  }

  @Override
  public RunStatus execute(RunExecution run) {
    try (StepThreads threads = new StepThreads(run, processes)) {
      return new LocalRun(run, threads, parallelism).execute();
    }
  }
}
