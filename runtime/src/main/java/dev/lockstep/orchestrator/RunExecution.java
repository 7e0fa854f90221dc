package dev.lockstep.orchestrator;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunEvent;
import java.util.List;
import java.util.Map;

/** A run, as an orchestrator sees it: what there is to execute, and the means to do so. */
public interface RunExecution {
  /** The run's identifier. */
  String run();

  /** The pipeline, its steps in a topological order. */
  PipelineDescriptor pipeline();

  /** The pipeline's parameters, given or default, as text. */
  Map<String, String> parameters();

  /**
   * Appends events to the run's record and shows them. Called by one thread at a time.
   *
   * @throws dev.lockstep.metadata.MetadataException when they cannot be kept; the run must stop
   */
  void record(List<RunEvent> events);

  /**
   * Executes one attempt of a step in this process, on the calling thread. Whatever the step throws
   * is in the result. An interrupt of the thread reaches the step.
   */
  StepResult executeInProcess(StepAssignment assignment);

  /**
   * Executes one attempt of a step in a JVM of its own on this machine and waits for it. An
   * interrupt of the calling thread ends that process.
   */
  StepResult executeInChildProcess(StepAssignment assignment);

  /** Calls back, on any thread and at most once, when the run is to be stopped. */
  void onCancel(Runnable action);
}
