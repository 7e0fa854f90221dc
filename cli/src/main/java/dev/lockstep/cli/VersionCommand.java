package dev.lockstep.cli;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.run.console.LockstepVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep version}. */
final class VersionCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Show the version of Lockstep, and the Java that runs it.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("lockstep", LockstepVersion.current());
    facts.put("java", System.getProperty("java.version"));
    facts.put("java_home", System.getProperty("java.home"));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    if (format == OutputFormat.TABLE) {
      host.output().line("lockstep " + facts.get("lockstep") + " (Java " + facts.get("java") + ")");
    } else {
      Report.write(host, format, facts, new Table());
    }
    return ExitCode.SUCCESS;
  }
}
