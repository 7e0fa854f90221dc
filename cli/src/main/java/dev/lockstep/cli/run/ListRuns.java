package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.OpenStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep runs list}. */
final class ListRuns extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List the runs in the metadata store, the newest first.");
    Options.text(spec, "NAME", "only runs of this pipeline", "--pipeline");
    Options.choice(
        spec,
        "STATUS",
        "only runs that are running, succeeded, failed, interrupted or unreadable",
        RunFilter.STATUSES,
        "--status");
    Options.text(spec, "NUMBER", "only so many, the newest", "--limit");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    RunFilter filter = RunFilter.of(arguments);
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    Table table = new Table("RUN", "PIPELINE", "STATUS", "STEPS", "STARTED", "TOOK", "STACK");
    try (OpenStack stack = State.of(host).open(arguments.text("--stack"))) {
      for (RunSummary run : filter.apply(stack.metadataStore().list())) {
        data.add(data(run));
        table.row(
            run.id(),
            run.pipeline(),
            run.status().label(),
            run.succeeded() + "/" + run.steps(),
            Times.local(run.started()),
            Times.between(run.started(), run.ended()),
            run.stack());
      }
    }
    Report.write(host, format, data, table);
    if (data.isEmpty()) {
      host.messages().say(filter.isEmpty() ? "No runs yet: lockstep run TARGET" : "No such runs.");
    }
    return ExitCode.SUCCESS;
  }

  private static Map<String, @Nullable Object> data(RunSummary run) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", run.id());
    data.put("pipeline", run.pipeline());
    data.put("stack", run.stack());
    data.put("status", run.status().label());
    data.put("started", run.started().toString());
    data.put("ended", run.ended() == null ? null : run.ended().toString());
    data.put("steps", run.steps());
    data.put("succeeded", run.succeeded());
    return data;
  }
}
