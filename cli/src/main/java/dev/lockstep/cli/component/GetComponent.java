package dev.lockstep.cli.component;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ComponentType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager get} and its like. */
final class GetComponent extends Command {
  private final ComponentType type;

  GetComponent(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description(
            "Show which "
                + type.noun()
                + " the active stack has, and what makes that stack active.");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    ActiveComponent active = ActiveComponent.of(type, arguments, state, state.file().load());
    String name = active.component().name();
    String stack = active.stack().stack().name();
    Map<String, String> data = new LinkedHashMap<>();
    data.put("name", name);
    data.put("flavor", active.component().flavor());
    data.put("stack", stack);
    data.put("source", active.stack().source());
    Table table =
        new Table("ACTIVE " + type.noun().toUpperCase(Locale.ROOT), "FLAVOR", "STACK", "STACK FROM")
            .row(name, active.component().flavor(), stack, active.stack().source());
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
