package dev.lockstep.cli.run;

import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.run.console.ExitCode;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep check}. */
public final class CheckCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    RunnerCall.describe(spec, "check");
    spec.usageMessage()
        .description(
            "Verify everything that pipelines need from their stack, and run nothing.",
            "Without PIPELINE all pipelines in TARGET are checked, with a report each; the exit code"
                + " is that of the worst.");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    RunnerCall call = RunnerCall.of(arguments, host);
    Pipelines pipelines = Pipelines.in(call.target(), "check");
    if (call.asksForHelp() && pipelines.needsChoice(call.pipeline())) {
      return pipelines.help(host);
    }
    new RememberedSchemas(host).see(call.target().path(), call.target().pipelines());
    RunnerCall check = call.with("--check");
    int worst = ExitCode.SUCCESS;
    for (PipelineDescriptor pipeline : pipelines.chooseOrAll(call.pipeline())) {
      int code =
          new RunnerProcess(host)
              .run(check.target(), check.classPath(), pipeline.runner(), check.options());
      worst = Math.max(worst, code);
      if (code >= ExitCode.INTERRUPTED) {
        break;
      }
    }
    return worst;
  }
}
