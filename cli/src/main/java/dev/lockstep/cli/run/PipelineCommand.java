package dev.lockstep.cli.run;

import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What starts the runner of a pipeline in a target: all that is behind TARGET is for the runner.
 */
abstract class PipelineCommand extends Command {
  private final String name;
  private final String[] description;

  PipelineCommand(String name, String... description) {
    this.name = name;
    this.description = description;
  }

  @Override
  protected final void describe(CommandSpec spec) {
    RunnerCall.describe(spec, name);
    spec.usageMessage().description(description);
  }

  @Override
  protected final boolean passesOnRest() {
    return true;
  }

  @Override
  protected final int run(Arguments arguments, Host host) throws IOException {
    RunnerCall call = RunnerCall.of(arguments, host);
    Pipelines pipelines = Pipelines.in(call.target(), name);
    if (call.asksForHelp() && pipelines.needsChoice(call.pipeline())) {
      return pipelines.help(host);
    }
    new RememberedSchemas(host).see(call.target().path(), call.target().pipelines());
    return run(call, pipelines, new RunnerProcess(host));
  }

  /** Starts what is to be started, and says how it ended. */
  abstract int run(RunnerCall call, Pipelines pipelines, RunnerProcess process) throws IOException;

  static int start(RunnerCall call, PipelineDescriptor pipeline, RunnerProcess process)
      throws IOException {
    return process.run(call.target(), call.classPath(), pipeline.runner(), call.options());
  }
}
