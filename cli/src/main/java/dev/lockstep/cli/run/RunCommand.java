package dev.lockstep.cli.run;

import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep run}. */
public final class RunCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    RunnerCall.describe(spec, "run");
    spec.usageMessage()
        .description(
            "Run a pipeline in a JVM of its own.",
            "Everything behind TARGET goes to the pipeline's runner, whose options"
                + " 'lockstep run TARGET --help' shows.");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    RunnerCall call = RunnerCall.of(arguments, host);
    Pipelines pipelines = Pipelines.in(call.target(), "run");
    if (call.asksForHelp() && pipelines.needsChoice(call.pipeline())) {
      return pipelines.help(host);
    }
    PipelineDescriptor pipeline = pipelines.choose(call.pipeline());
    new RememberedSchemas(host).see(call.target().path(), call.target().pipelines());
    return new RunnerProcess(host)
        .run(call.target(), call.classPath(), pipeline.runner(), call.options());
  }
}
