package dev.lockstep.cli.flavor;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.AvailableFlavor;
import dev.lockstep.stack.ComponentType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager flavor list} and its like. */
final class ListFlavors extends Command {
  private final ComponentType type;

  ListFlavors(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("List the flavors of " + type.noun() + "s, and which are ready to use.");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    List<Map<String, Object>> data = new ArrayList<>();
    Table table = new Table("FLAVOR", "FROM", "READY", "DESCRIPTION");
    for (AvailableFlavor available : State.of(host).flavors().list(type)) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", available.name());
      entry.put("origin", available.origin().label());
      entry.put("place", available.place());
      entry.put("class", available.className());
      entry.put("ready", available.ready());
      entry.put("problem", available.problem());
      entry.put("description", available.description());
      entry.put("integration", available.integration());
      data.add(entry);
      table.row(
          available.name(),
          available.from(),
          available.ready() ? "yes" : "no",
          available.ready() ? available.description() : available.problem());
    }
    Report.write(host, format, data, table);
    return ExitCode.SUCCESS;
  }
}
