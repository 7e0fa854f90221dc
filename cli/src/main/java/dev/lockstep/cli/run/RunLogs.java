package dev.lockstep.cli.run;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.CommandException;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.text.Names;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep runs logs}. */
final class RunLogs extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show what the steps of a run said through their logger.",
            "What they printed is not recorded.");
    Options.positional(
        spec, "RUN", true, "the run, see 'lockstep runs list'; its beginning or its end will do");
    Options.positional(spec, "STEP", false, "only what this step said");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    String step = arguments.positional(1);
    List<RunEvent.StepLogged> lines = new ArrayList<>();
    try (OpenStack stack = State.of(host).open(arguments.text("--stack"))) {
      RunRecord run =
          new RecordedRuns(stack.metadataStore()).record(arguments.requiredPositional(0));
      if (step != null && !run.steps().containsKey(step)) {
        throw noStep(run, step);
      }
      for (RunEvent event : stack.metadataStore().events(run.id())) {
        if (event instanceof RunEvent.StepLogged line
            && (step == null || step.equals(line.step()))) {
          lines.add(line);
        }
      }
    }
    if (format == OutputFormat.TABLE) {
      host.output().write(text(lines));
    } else {
      Report.write(host, format, data(lines), new Table());
    }
    if (lines.isEmpty()) {
      host.messages().say("Nothing was logged. (What steps print is not recorded.)");
    }
    return ExitCode.SUCCESS;
  }

  /** Lines as they were said, and not a table: a long message is not to be cut. */
  private static String text(List<RunEvent.StepLogged> lines) {
    StringBuilder text = new StringBuilder();
    for (RunEvent.StepLogged line : lines) {
      text.append(Times.local(line.time())).append("  ");
      text.append(line.step()).append(line.attempt() == 1 ? "" : " #" + line.attempt());
      text.append("  ").append(line.level()).append("  ");
      text.append(line.message().replace("\n", "\n    ")).append('\n');
    }
    return DisplayText.escapeLines(text.toString());
  }

  private static List<Map<String, @Nullable Object>> data(List<RunEvent.StepLogged> lines) {
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    for (RunEvent.StepLogged line : lines) {
      Map<String, @Nullable Object> entry = new LinkedHashMap<>();
      entry.put("time", line.time().toString());
      entry.put("step", line.step());
      entry.put("attempt", line.attempt());
      entry.put("level", line.level());
      entry.put("message", line.message());
      data.add(entry);
    }
    return data;
  }

  private static CommandException noStep(RunRecord run, String step) {
    Set<String> steps = run.steps().keySet();
    return CommandException.usage(
        "The run "
            + run.id()
            + " has no step '"
            + step
            + "'."
            + Suggestion.didYouMean(step, steps)
            + " It has: "
            + Names.list(steps)
            + ".");
  }
}
