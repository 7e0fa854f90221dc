package dev.lockstep.cli.stack;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.component.ComponentView;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep stack describe}. */
final class DescribeStack extends Command {
  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("Show the components of a stack and their configuration.");
    Options.positional(spec, "NAME", false, "the stack's name; the active stack without it");
    Options.output(spec);
    Options.stack(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    Configuration configuration = state.file().load();
    String name = arguments.positional(0);
    Stack stack =
        name == null
            ? state.activeStack(arguments.text("--stack"), configuration).stack()
            : GivenNames.check(() -> configuration.stack(name));
    ComponentView view = new ComponentView(state.flavors());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", stack.name());
    Map<String, Object> components = new LinkedHashMap<>();
    Table table = new Table("COMPONENT", "NAME", "FLAVOR", "ATTRIBUTES");
    for (ComponentType type : ComponentType.values()) {
      String used = stack.component(type).orElse(null);
      if (used == null) {
        table.row(type.noun(), "-", "-", "");
        continue;
      }
      Component component = configuration.component(type, used);
      components.put(type.label(), view.data(component));
      table.row(type.noun(), component.name(), component.flavor(), view.attributes(component));
    }
    data.put("components", components);
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
