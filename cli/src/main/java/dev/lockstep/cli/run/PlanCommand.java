package dev.lockstep.cli.run;

import java.io.IOException;

/** {@code lockstep plan}. */
public final class PlanCommand extends PipelineCommand {
  public PlanCommand() {
    super(
        "plan",
        "Show what a run would do: steps, their order, the secrets and keys of each, and how"
            + " often the secrets manager is asked. Nothing is run, and nothing is asked.");
  }

  @Override
  int run(RunnerCall call, Pipelines pipelines, RunnerProcess process) throws IOException {
    return start(call.with("--plan"), pipelines.choose(call.pipeline()), process);
  }
}
