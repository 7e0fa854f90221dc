package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ActiveStack;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack get}. */
final class GetStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show which stack is active, and what makes it so: --stack, the variable LOCKSTEP_STACK,"
                + " the project's file, your own file, or the built-in default.");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    ActiveStack active = state.activeStack(arguments.text("--stack"), state.file().load());
    Map<String, String> data = new LinkedHashMap<>();
    data.put("name", active.stack().name());
    data.put("source", active.source());
    Table table = new Table("ACTIVE STACK", "SOURCE").row(active.stack().name(), active.source());
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
