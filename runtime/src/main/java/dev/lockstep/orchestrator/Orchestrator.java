package dev.lockstep.orchestrator;

import dev.lockstep.metadata.RunStatus;

/** The stack component that decides where and when steps execute. */
public interface Orchestrator extends AutoCloseable {
  /**
   * Executes the steps of a run, each after those that it needs, until every step has succeeded,
   * failed or been skipped, or the run is cancelled.
   *
   * @return how the run ended, never {@link RunStatus#RUNNING}
   */
  RunStatus execute(RunExecution run);

  @Override
  default void close() {}
}
