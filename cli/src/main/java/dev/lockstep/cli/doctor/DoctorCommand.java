package dev.lockstep.cli.doctor;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.DisplayText;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.cli.run.Target;
import dev.lockstep.home.HomeException;
import dev.lockstep.run.console.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep doctor}. */
public final class DoctorCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Look for what is wrong: Java and Maven, your home folder, the active stack and its back"
                + " ends, and the project that this folder is in. Nothing is changed, and no value is"
                + " shown.",
            "The exit code is 0 when there is no problem, and 3 otherwise; warnings do not count.");
    Options.positional(
        spec,
        "TARGET",
        false,
        "also look at this jar or folder of classes; default: target/classes");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    String named = arguments.positional(0);
    // A misspelt path is wrong usage and no finding.
    Target target = named == null ? null : Target.of(named, host.workingFolder());
    Findings findings = new Findings();
    new JavaChecks(host).check(findings);
    new EnvironmentChecks(host).check(findings);
    try {
      State state = State.of(host);
      new HomeChecks(state.home()).check(findings);
      new IntegrationChecks(state.home()).check(findings);
      new StackChecks(host, state, arguments.text("--stack")).check(findings);
    } catch (HomeException e) {
      findings.failure("home", Finding.State.PROBLEM, e);
    }
    new ProjectChecks(host, target).check(findings);
    if (format == OutputFormat.TABLE) {
      host.output().write(text(findings));
    } else {
      Report.write(host, format, data(findings), new Table());
    }
    return findings.anyProblem() ? ExitCode.PREFLIGHT : ExitCode.SUCCESS;
  }

  /** Lines and not a table, whose cells would be cut: the fix is what matters. */
  private static String text(Findings findings) {
    int width = 0;
    for (Finding finding : findings.all()) {
      width = Math.max(width, finding.check().length());
    }
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings.all()) {
      String state = finding.state().label();
      text.append(state).append(" ".repeat("problem".length() - state.length() + 2));
      text.append(finding.check()).append(" ".repeat(width - finding.check().length() + 2));
      text.append(finding.message().replace("\n", "\n    ")).append('\n');
      if (!finding.fix().isEmpty()) {
        text.append("    Fix: ").append(finding.fix().replace("\n", "\n    ")).append('\n');
      }
    }
    return DisplayText.escapeLines(text.toString());
  }

  private static List<Map<String, String>> data(Findings findings) {
    List<Map<String, String>> data = new ArrayList<>();
    for (Finding finding : findings.all()) {
      Map<String, String> entry = new LinkedHashMap<>();
      entry.put("check", finding.check());
      entry.put("state", finding.state().label());
      entry.put("message", finding.message());
      entry.put("fix", finding.fix());
      data.add(entry);
    }
    return data;
  }
}
