package dev.lockstep.cli;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.ExitCode;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Report;
import dev.lockstep.cli.output.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep version}. */
final class VersionCommand extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Show the version of Lockstep, and the Java that runs it.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) throws IOException {
    OutputFormat format = arguments.output();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("lockstep", version());
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

  private static String version() throws IOException {
    try (InputStream in = VersionCommand.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        return "unknown";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    }
  }
}
