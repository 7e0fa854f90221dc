package dev.lockstep.cli.run;

import dev.lockstep.artifact.Artifact;
import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunRecord.StepRecord;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.OpenStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep runs show}. */
final class ShowRun extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Show a run, its parameters and its steps.");
    Options.positional(
        spec, "RUN", true, "the run, see 'lockstep runs list'; its beginning or its end will do");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    RunRecord run;
    try (OpenStack stack = State.of(host).open(arguments.text("--stack"))) {
      run = new RecordedRuns(stack.metadataStore()).record(arguments.requiredPositional(0));
    }
    Report.write(host, format, data(run), head(run), steps(run));
    return ExitCode.SUCCESS;
  }

  private static Table head(RunRecord run) {
    Table table =
        new Table("RUN", run.id())
            .row("pipeline", run.pipeline() + " (" + run.className() + ")")
            .row("status", run.status().label())
            .row("stack", run.stack())
            .row("started", Times.local(run.started()))
            .row("took", Times.between(run.started(), run.ended()));
    for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
      table.row("--" + parameter.getKey(), parameter.getValue());
    }
    for (Map.Entry<String, String> secret : run.secrets().entrySet()) {
      table.row(
          "secret",
          secret.getKey()
              + (secret.getValue().isEmpty() ? "" : " (version " + secret.getValue() + ")"));
    }
    return table;
  }

  private static Table steps(RunRecord run) {
    Table table = new Table("STEP", "STATUS", "ATTEMPTS", "TOOK", "OUTPUTS", "WHY");
    for (StepRecord step : run.steps().values()) {
      List<String> outputs = new ArrayList<>();
      for (Artifact output : step.outputs()) {
        outputs.add(output.output());
      }
      table.row(
          step.name(),
          step.status().label(),
          Integer.toString(step.attempts()),
          Times.between(step.started(), step.ended()),
          String.join(", ", outputs),
          why(step));
    }
    return table;
  }

  private static String why(StepRecord step) {
    if (step.reason() != null) {
      return step.reason();
    }
    return step.failure() == null ? "" : step.failure().type() + ": " + step.failure().message();
  }

  private static Map<String, @Nullable Object> data(RunRecord run) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", run.id());
    data.put("pipeline", run.pipeline());
    data.put("class", run.className());
    data.put("stack", run.stack());
    data.put("status", run.status().label());
    data.put("started", run.started().toString());
    data.put("ended", text(run.ended()));
    data.put("parameters", run.parameters());
    data.put("secrets", run.secrets());
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    for (StepRecord step : run.steps().values()) {
      steps.add(data(step));
    }
    data.put("steps", steps);
    return data;
  }

  private static Map<String, @Nullable Object> data(StepRecord step) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", step.name());
    data.put("status", step.status().label());
    data.put("attempts", step.attempts());
    data.put("started", text(step.started()));
    data.put("ended", text(step.ended()));
    data.put("secrets", step.secrets());
    List<Map<String, Object>> outputs = new ArrayList<>();
    for (Artifact output : step.outputs()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", output.output());
      entry.put("bytes", output.size());
      outputs.add(entry);
    }
    data.put("outputs", outputs);
    if (step.failure() != null) {
      Map<String, Object> failure = new LinkedHashMap<>();
      failure.put("type", step.failure().type());
      failure.put("message", step.failure().message());
      failure.put("details", step.failure().details());
      data.put("failure", failure);
    }
    if (step.reason() != null) {
      data.put("reason", step.reason());
    }
    return data;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
