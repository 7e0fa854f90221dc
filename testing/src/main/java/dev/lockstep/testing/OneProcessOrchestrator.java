package dev.lockstep.testing;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import dev.lockstep.orchestrator.local.LocalOrchestrator;
import java.util.List;
import java.util.Map;

/**
 * Executes all steps in this process, those too that ask for one of their own: a child process
 * could not see secrets and artifacts that are in this one's memory.
 */
final class OneProcessOrchestrator implements Orchestrator {
  private final LocalOrchestrator local =
      new LocalOrchestrator(Runtime.getRuntime().availableProcessors(), false);

  @Override
  public RunStatus execute(RunExecution run) {
    return local.execute(new InThisProcess(run));
  }

  private record InThisProcess(RunExecution real) implements RunExecution {
    @Override
    public String run() {
      return real.run();
    }

    @Override
    public PipelineDescriptor pipeline() {
      return real.pipeline();
    }

    @Override
    public Map<String, String> parameters() {
      return real.parameters();
    }

    @Override
    public void record(List<RunEvent> events) {
      real.record(events);
    }

    @Override
    public StepResult executeInProcess(StepAssignment assignment) {
      return real.executeInProcess(assignment);
    }

    @Override
    public StepResult executeInChildProcess(StepAssignment assignment) {
      return real.executeInProcess(assignment);
    }

    @Override
    public void onCancel(Runnable action) {
      real.onCancel(action);
    }
  }
}
