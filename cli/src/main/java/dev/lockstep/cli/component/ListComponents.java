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
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager list} and its like. */
final class ListComponents extends Command {
  private final ComponentType type;

  ListComponents(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage().description("List every " + type.noun() + " and the stacks that use it.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    State state = State.of(host);
    Configuration configuration = state.file().load();
    ComponentView view = new ComponentView(state.flavors());
    List<Map<String, Object>> data = new ArrayList<>();
    Table table = new Table("NAME", "FLAVOR", "ATTRIBUTES", "STACKS");
    for (Component component : configuration.components(type)) {
      List<String> stacks = new ArrayList<>();
      for (Stack stack : configuration.users(type, component.name())) {
        stacks.add(stack.name());
      }
      Map<String, Object> entry = view.data(component);
      entry.put("stacks", stacks);
      data.add(entry);
      table.row(
          component.name(),
          component.flavor(),
          view.attributes(component),
          String.join(", ", stacks));
    }
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
