package dev.lockstep.cli.run;

import dev.lockstep.cli.catalog.RememberedSchemas;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep run}. */
public final class RunCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .customSynopsis("lockstep run [--class-path PATH] TARGET [PIPELINE] [RUNNER OPTIONS]")
        .description(
            "Run a pipeline in a JVM of its own.",
            "Everything behind TARGET goes to the pipeline's runner, whose options"
                + " 'lockstep run TARGET --help' shows.");
    Options.text(
        spec,
        "PATH",
        "further jars and folders that the pipeline needs, as in java --class-path",
        "--class-path");
    Options.positional(spec, "TARGET", true, "a jar, or a folder of classes");
    Options.positional(
        spec, "PIPELINE", false, "which pipeline, if TARGET has several: its name or its class");
  }

  @Override
  protected boolean passesOnRest() {
    return true;
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    Target target = Target.of(arguments.requiredPositional(0), host.workingFolder());
    List<String> rest = new ArrayList<>();
    String second = arguments.positional(1);
    if (second != null) {
      rest.add(second);
    }
    rest.addAll(arguments.unknown());
    String wanted = rest.isEmpty() || rest.get(0).startsWith("-") ? null : rest.remove(0);
    PipelineDescriptor pipeline = Pipelines.choose(target, wanted);
    new RememberedSchemas(host).see(target.path(), target.pipelines());
    return new RunnerProcess(host)
        .run(target, arguments.text("--class-path"), pipeline.runner(), rest);
  }
}
