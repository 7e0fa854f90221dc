package dev.lockstep.cli.secret;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secret list}. */
final class ListSecrets extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List the names of all secrets. No value is read.");
    Options.output(spec);
    UsedSecretsManager.options(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    try (UsedSecretsManager used = UsedSecretsManager.open(arguments, host)) {
      List<Map<String, String>> data = new ArrayList<>();
      Table table = new Table("NAME");
      for (String name : used.manager().list()) {
        data.add(Map.of("name", name));
        table.row(name);
      }
      Report.write(host, format, data, table);
      if (data.isEmpty()) {
        host.messages()
            .say(
                "No secrets in "
                    + used.label()
                    + " yet: "
                    + used.manager()
                        .remedy("name", List.of("key"))
                        .orElse("lockstep secret register NAME" + used.option()));
      }
    }
    return ExitCode.SUCCESS;
  }
}
