package dev.lockstep.cli.run;

import java.io.IOException;

/** {@code lockstep run}. */
public final class RunCommand extends PipelineCommand {
  public RunCommand() {
    super(
        "run",
        "Run a pipeline in a JVM of its own.",
        "Everything behind TARGET goes to the pipeline's runner, whose options"
            + " 'lockstep run TARGET --help' shows.");
  }

  @Override
  int run(RunnerCall call, Pipelines pipelines, RunnerProcess process) throws IOException {
    return start(call, pipelines.choose(call.pipeline()), process);
  }
}
