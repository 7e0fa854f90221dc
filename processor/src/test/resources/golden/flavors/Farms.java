package golden.flavors;

import dev.lockstep.Flavor;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.orchestrator.RunExecution;

class Farms {
  /** An orchestrator without options, in another class. */
  @Flavor("farm")
  static class Plain implements Orchestrator {
    @Override
    public RunStatus execute(RunExecution run) {
      return RunStatus.SUCCEEDED;
    }

    @Override
    public void close() {}
  }
}
