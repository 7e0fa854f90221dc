package dev.lockstep.cli.run;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.run.console.ExitCode;
import java.io.IOException;

/** {@code lockstep check}. */
public final class CheckCommand extends PipelineCommand {
  public CheckCommand() {
    super(
        "check",
        "Verify everything that pipelines need from their stack, and run nothing.",
        "Without PIPELINE all pipelines in TARGET are checked, with a report each; the exit code"
            + " is that of the worst.");
  }

  @Override
  int run(RunnerCall call, Pipelines pipelines, RunnerProcess process) throws IOException {
    RunnerCall check = call.with("--check");
    int worst = ExitCode.SUCCESS;
    for (PipelineDescriptor pipeline : pipelines.chooseOrAll(call.pipeline())) {
      int code = start(check, pipeline, process);
      worst = Math.max(worst, code);
      if (code >= ExitCode.INTERRUPTED) {
        break;
      }
    }
    return worst;
  }
}
