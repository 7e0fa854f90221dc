package dev.lockstep.cli.flavor;

import dev.lockstep.cli.command.Arguments;
import dev.lockstep.cli.command.Command;
import dev.lockstep.cli.command.GivenNames;
import dev.lockstep.cli.command.Options;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.Report;
import dev.lockstep.cli.host.State;
import dev.lockstep.cli.output.OutputFormat;
import dev.lockstep.cli.output.Table;
import dev.lockstep.run.console.ExitCode;
import dev.lockstep.stack.ComponentFlavor;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.FlavorOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lockstep secrets-manager flavor describe} and its like. */
final class DescribeFlavor extends Command {
  private final ComponentType type;

  DescribeFlavor(ComponentType type) {
    this.type = type;
  }

  @Override
  protected void describe(CommandSpec spec) {
    spec.usageMessage()
        .description("Show the attributes that a " + type.noun() + " of a flavor may have.");
    Options.positional(spec, "FLAVOR", true, "the flavor's name");
    Options.output(spec);
  }

  @Override
  protected int run(Arguments arguments, Host host) {
    OutputFormat format = arguments.output();
    String name = arguments.requiredPositional(0);
    ComponentFlavor<?> flavor = GivenNames.check(() -> State.of(host).flavors().find(type, name));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", flavor.name());
    data.put("type", type.label());
    data.put("class", flavor.getClass().getName());
    data.put("description", flavor.description());
    List<Map<String, @Nullable Object>> options = new ArrayList<>();
    Table table =
        new Table("ATTRIBUTE", "TYPE", "DEFAULT", "REQUIRED", "SENSITIVE", "MEANING").whole();
    for (FlavorOption option : flavor.options()) {
      options.add(data(option));
      String standard = option.defaultValue();
      table.row(
          option.name(),
          option.type(),
          standard == null ? "" : standard,
          option.required() ? "yes" : "",
          option.sensitive() ? "yes" : "",
          option.description());
    }
    data.put("attributes", options);
    Report.write(
        host,
        format,
        data,
        new Table("FLAVOR", "DESCRIPTION").row(flavor.name(), flavor.description()).whole(),
        table);
    return ExitCode.SUCCESS;
  }

  private static Map<String, @Nullable Object> data(FlavorOption option) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", option.name());
    data.put("option", "--" + option.name().replace('_', '-'));
    data.put("type", option.type());
    data.put("default", option.defaultValue());
    data.put("required", option.required());
    data.put("sensitive", option.sensitive());
    data.put("description", option.description());
    return data;
  }
}
