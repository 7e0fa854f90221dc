package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep plan}. */
public final class PlanCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    RunnerCall.describe(spec, "plan");
    spec.usageMessage()
        .description(
            "Show what a run would do: steps, their order, the secrets and keys of each, and how"
                + " often the secrets manager is asked. Nothing is run, and nothing is asked.");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    RunnerCall call = RunnerCall.of(arguments, host);
    Pipelines pipelines = Pipelines.in(call.target(), "plan");
    if (call.asksForHelp() && pipelines.needsChoice(call.pipeline())) {
      return pipelines.help(host);
    }
    PipelineDescriptor pipeline = pipelines.choose(call.pipeline());
    RunnerCall plan = call.with("--plan");
    return new RunnerProcess(host)
        .run(plan.target(), plan.classPath(), pipeline.runner(), plan.options());
  }
}
